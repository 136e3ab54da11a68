import { type Controller, messageMapping } from '../messaging/handler-method.ts'
import { header, optionalHeader, payload } from '../messaging/method-parameter.ts'
import { greeting, type Hello } from './greeting.ts'

/** Answers that everybody gets. */
export const greetingController: Controller = {
  name: 'GreetingController',
  methods: [
    messageMapping(
      '/hello',
      { name: 'hello', sendTo: ['/topic/greetings'], parameters: [payload<Hello>('Hello')] },
      ({ name }) => greeting(`Hello, ${name}!`),
    ),
    messageMapping('/echo', { name: 'echo', parameters: [payload<string>('String')] }, (text) => text),
    messageMapping('/ping', { name: 'ping' }, () => 'pong'),
    messageMapping(
      '/both',
      { name: 'both', sendTo: ['/topic/one', '/topic/two'], parameters: [payload<Hello>('Hello')] },
      ({ name }) => greeting(name),
    ),
    messageMapping(
      '/bytes',
      { name: 'bytes', sendTo: ['/topic/bytes'], parameters: [payload<Uint8Array>('byte[]')] },
      (bytes) => bytes,
    ),
    messageMapping(
      '/headers',
      {
        name: 'headers',
        sendTo: ['/topic/headers'],
        parameters: [header('x-trace'), optionalHeader('x-none'), header('simpDestination'), payload<string>('String')],
      },
      (trace, none, destination, body) => `${trace}|${none}|${destination}|${body}`,
    ),
    messageMapping('/void', { name: 'nothing' }, () => undefined),
    messageMapping('/null', { name: 'nullValue', sendTo: ['/topic/null'] }, () => null),
  ],
}
