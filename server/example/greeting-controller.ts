import { type Controller, messageMapping } from '../messaging/handler-method.ts'
import { BYTE_ARRAY, STRING } from '../messaging/java-type.ts'
import { header, optionalHeader, payload } from '../messaging/method-parameter.ts'
import { greeting, HELLO } from './greeting.ts'

/** Answers that everybody gets. */
export const greetingController: Controller = {
  name: 'GreetingController',
  methods: [
    messageMapping(
      '/hello',
      { name: 'hello', sendTo: ['/topic/greetings'], parameters: [payload(HELLO)] },
      ({ name }) => greeting(`Hello, ${name}!`),
    ),
    messageMapping('/echo', { name: 'echo', parameters: [payload(STRING)] }, (text) => text),
    messageMapping('/ping', { name: 'ping' }, () => 'pong'),
    messageMapping(
      '/both',
      { name: 'both', sendTo: ['/topic/one', '/topic/two'], parameters: [payload(HELLO)] },
      ({ name }) => greeting(name),
    ),
    messageMapping(
      '/bytes',
      { name: 'bytes', sendTo: ['/topic/bytes'], parameters: [payload(BYTE_ARRAY)] },
      (bytes) => bytes,
    ),
    messageMapping(
      '/headers',
      {
        name: 'headers',
        sendTo: ['/topic/headers'],
        parameters: [header('x-trace'), optionalHeader('x-none'), header('simpDestination'), payload(STRING)],
      },
      (trace, none, destination, body) => `${trace}|${none}|${destination}|${body}`,
    ),
    messageMapping('/void', { name: 'nothing' }, () => undefined),
    messageMapping('/null', { name: 'nullValue', sendTo: ['/topic/null'] }, () => null),
  ],
}
