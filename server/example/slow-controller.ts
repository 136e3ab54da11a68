import { type Controller, messageMapping } from '../messaging/handler-method.ts'
import { STRING } from '../messaging/java-type.ts'
import { payload } from '../messaging/method-parameter.ts'

/** Milliseconds that `/slow` takes at most, and one more. */
const BOUND = 20

/**
 * A method that takes its time, and with it a thread.
 *
 * @param below a random whole number under its argument
 */
export const slowController = (below: (bound: number) => number): Controller => ({
  name: 'SlowController',
  methods: [
    messageMapping('/slow', { name: 'slow', sendTo: ['/topic/slow'], parameters: [payload(STRING)] }, (text) => ({
      sleep: below(BOUND),
      resume: () => text,
    })),
  ],
})
