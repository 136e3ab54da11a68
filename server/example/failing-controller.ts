import { type Controller, messageMapping, Thrown } from '../messaging/handler-method.ts'
import { payload } from '../messaging/method-parameter.ts'
import { greeting } from './greeting.ts'

const text = payload<string>('String')

/** Methods that throw, and who handles it. */
export const failingController: Controller = {
  name: 'FailingController',
  methods: [
    messageMapping(
      '/boom',
      { name: 'boom', parameters: [text] },
      (what) => new Thrown('java.lang.IllegalStateException', `boom ${what}`),
    ),
    messageMapping(
      '/bad-arg',
      { name: 'badArg', parameters: [text] },
      (what) => new Thrown('java.lang.IllegalArgumentException', what),
    ),
    messageMapping(
      '/unhandled',
      { name: 'unhandled', parameters: [text] },
      (what) => new Thrown('java.lang.UnsupportedOperationException', what),
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
