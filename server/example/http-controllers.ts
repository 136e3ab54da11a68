import type { SendOutcome } from '../messaging/message-channel.ts'
import type { SimpMessagingTemplate } from '../messaging/simp-messaging-template.ts'
import { greeting } from './greeting.ts'
import { pollingController } from './polling-controller.ts'

export interface HttpControllerCall {
  /** A query parameter, decoded; undefined where it is missing. */
  readonly parameter: (name: string) => string | undefined
  readonly body: string
}

/** What a call came to. `not-converted`: a parameter is not of its type. An exception is a 500. */
export type HttpControllerOutcome =
  | SendOutcome
  | { readonly kind: 'returned'; readonly value: unknown }
  | { readonly kind: 'not-converted' }

/** A method with `@PostMapping`, `@GetMapping` or `@DeleteMapping`. */
export interface HttpController {
  readonly name: string
  readonly method: string
  readonly verb: 'POST' | 'GET' | 'DELETE'
  readonly path: string
  /** Query parameters that must be there. */
  readonly required: readonly string[]
  handle(call: HttpControllerCall): HttpControllerOutcome
}

/** Methods of the example application that HTTP requests reach. */
export const httpControllers = (template: SimpMessagingTemplate): readonly HttpController[] => [
  ...announcementController(template),
  ...pollingController(),
]

/** Senders that are no STOMP clients: each publishes on the thread of its HTTP request. */
const announcementController = (template: SimpMessagingTemplate): readonly HttpController[] => [
  {
    name: 'AnnouncementController',
    method: 'announce',
    verb: 'POST',
    path: '/announce',
    required: [],
    handle: ({ body }) => template.convertAndSend('/topic/announcements', greeting(body)),
  },
  {
    name: 'AnnouncementController',
    method: 'announceTo',
    verb: 'POST',
    path: '/announce-to',
    required: ['user'],
    handle: ({ parameter, body }) =>
      template.convertAndSendToUser(parameter('user') ?? '', '/queue/private', greeting(body)),
  },
  {
    name: 'AnnouncementController',
    method: 'send',
    verb: 'POST',
    path: '/send',
    required: ['to'],
    handle: ({ parameter, body }) => template.convertAndSend(parameter('to') ?? '', body),
  },
  {
    name: 'AnnouncementController',
    method: 'sendWithHeaders',
    verb: 'POST',
    path: '/send-with-headers',
    required: ['to'],
    handle: ({ parameter, body }) =>
      template.convertAndSend(parameter('to') ?? '', body, { native: { 'x-extra': '42' } }),
  },
]
