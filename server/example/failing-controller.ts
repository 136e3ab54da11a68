import { type Controller, messageMapping, Thrown } from '../messaging/handler-method.ts'
import { illegalArgument, illegalState } from '../messaging/java-exception.ts'
import { STRING } from '../messaging/java-type.ts'
import { payload } from '../messaging/method-parameter.ts'
import { greeting } from './greeting.ts'

const text = payload(STRING)

/** Methods that throw, and who handles it. */
export const failingController: Controller = {
  name: 'FailingController',
  methods: [
    messageMapping('/boom', { name: 'boom', parameters: [text] }, (what) => new Thrown(illegalState(`boom ${what}`))),
    messageMapping('/bad-arg', { name: 'badArg', parameters: [text] }, (what) => new Thrown(illegalArgument(what))),
    messageMapping(
      '/unhandled',
      { name: 'unhandled', parameters: [text] },
      (what) => new Thrown({ type: 'java.lang.UnsupportedOperationException', message: what }),
    ),
  ],
  exceptionHandlers: [
    {
      name: 'onIllegalState',
      exception: 'java.lang.IllegalStateException',
      sendToUser: { destinations: ['/queue/errors'] },
      body: ({ message }) => greeting(message),
    },
    {
      name: 'onIllegalArgument',
      exception: 'java.lang.IllegalArgumentException',
      body: ({ message }) => `Got error: ${message}`,
    },
  ],
}
