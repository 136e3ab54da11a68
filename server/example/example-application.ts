import type { Controller } from '../messaging/handler-method.ts'
import type { SimpMessagingTemplate } from '../messaging/simp-messaging-template.ts'
import { failingController } from './failing-controller.ts'
import { greetingController } from './greeting-controller.ts'
import { chatController, patternController, roomController } from './room-controllers.ts'
import { slowController } from './slow-controller.ts'
import { statusController } from './status-controller.ts'
import { userController } from './user-controller.ts'

/** The controllers that recordings and lessons talk to. */
export const exampleControllers = (
  template: SimpMessagingTemplate,
  below: (bound: number) => number,
): readonly Controller[] => [
  greetingController,
  chatController,
  userController(template),
  statusController,
  failingController,
  slowController(below),
  patternController,
  roomController,
]

/** Destinations worth trying; the first is the greeting's. */
export const EXAMPLE_SUBSCRIPTIONS: readonly string[] = [
  '/topic/greetings',
  '/topic/announcements',
  '/topic/chat/tea',
  '/topic/echo',
  '/topic/ping',
  '/topic/slow',
  '/user/queue/replies',
  '/user/queue/private',
  '/user/queue/errors',
]
