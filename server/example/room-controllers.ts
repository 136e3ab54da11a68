import { type Controller, messageMapping } from '../messaging/handler-method.ts'
import { STRING } from '../messaging/java-type.ts'
import { destinationVariable, payload } from '../messaging/method-parameter.ts'
import { greeting, HELLO } from './greeting.ts'

/** Destination variables, in the mapping and in where the answer goes. */
export const chatController: Controller = {
  name: 'ChatController',
  methods: [
    messageMapping(
      '/chat/{room}',
      {
        name: 'chat',
        sendTo: ['/topic/chat/{room}'],
        parameters: [destinationVariable('room'), payload(HELLO)],
      },
      (room, { name }) => greeting(`${name} in ${room}`),
    ),
  ],
}

/** Patterns of different reach. */
export const patternController: Controller = {
  name: 'PatternController',
  methods: [
    messageMapping('/wide/*/end', { name: 'one', parameters: [payload(STRING)] }, (text) => `one ${text}`),
    messageMapping('/deep/**', { name: 'deep', parameters: [payload(STRING)] }, (text) => `deep ${text}`),
    messageMapping('/deep/special', { name: 'special', parameters: [payload(STRING)] }, (text) => `special ${text}`),
  ],
}

/** A mapping of the class before those of its methods. */
export const roomController: Controller = {
  name: 'RoomController',
  pattern: '/room',
  methods: [
    messageMapping(
      '/{id}/say',
      { name: 'say', parameters: [destinationVariable('id'), payload(STRING)] },
      (id, text) => `${id}: ${text}`,
    ),
    messageMapping('plain', { name: 'plain', parameters: [payload(STRING)] }, (text) => `plain: ${text}`),
  ],
}
