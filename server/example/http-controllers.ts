import type { SendOutcome } from '../messaging/message-channel.ts'
import type { SimpMessagingTemplate } from '../messaging/simp-messaging-template.ts'
import { greeting } from './greeting.ts'

export interface HttpControllerCall {
  /** A query parameter, decoded; undefined where it is missing. */
  readonly parameter: (name: string) => string | undefined
  readonly body: string
}

/** A method with `@PostMapping`. */
export interface HttpController {
  readonly name: string
  readonly method: string
  readonly path: string
  /** Query parameters that must be there. */
  readonly required: readonly string[]
  /** What the template's send came to: an exception is a 500. */
  handle(call: HttpControllerCall): SendOutcome
}

/** Senders that are no STOMP clients: each publishes on the thread of its HTTP request. */
export const httpControllers = (template: SimpMessagingTemplate): readonly HttpController[] => [
  {
    name: 'AnnouncementController',
    method: 'announce',
    path: '/announce',
    required: [],
    handle: ({ body }) => template.convertAndSend('/topic/announcements', greeting(body)),
  },
  {
    name: 'AnnouncementController',
    method: 'announceTo',
    path: '/announce-to',
    required: ['user'],
    handle: ({ parameter, body }) =>
      template.convertAndSendToUser(parameter('user') ?? '', '/queue/private', greeting(body)),
  },
  {
    name: 'AnnouncementController',
    method: 'send',
    path: '/send',
    required: ['to'],
    handle: ({ parameter, body }) => template.convertAndSend(parameter('to') ?? '', body),
  },
  {
    name: 'AnnouncementController',
    method: 'sendWithHeaders',
    path: '/send-with-headers',
    required: ['to'],
    handle: ({ parameter, body }) =>
      template.convertAndSend(parameter('to') ?? '', body, { native: { 'x-extra': '42' } }),
  },
]
