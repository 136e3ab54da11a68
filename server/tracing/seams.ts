import type { SubscriptionRegistry } from '../broker/subscription-registry.ts'
import type { decideOpeningHandshake } from '../http/opening-handshake.ts'
import type { ApplicationEventPublisher } from '../messaging/application-event.ts'
import type { ChannelInterceptor } from '../messaging/channel-interceptor.ts'
import type { ChannelName } from '../messaging/message-channel.ts'
import type { MethodInvoker } from '../messaging/method-invoker.ts'
import type { SendTask } from '../messaging/send-task.ts'
import { PLAIN_TASK, type TaskDecorator } from '../messaging/task-decorator.ts'
import type { UserDestinationResolver } from '../messaging/user-destination-resolver.ts'
import type { Executor } from '../runtime/executor.ts'
import type { SockJsFrameCodec } from '../sockjs/sock-js-frame-codec.ts'
import type { StompCodec } from '../stomp/stomp-codec.ts'
import type { WebSocketHandler } from '../websocket/websocket-session.ts'

export type OpeningHandshake = typeof decideOpeningHandshake

/** Where the composition root lets somebody look on: each takes a part and gives back one that behaves the same. */
export interface Seams {
  openingHandshake(decide: OpeningHandshake): OpeningHandshake
  sockJsFrames(codec: SockJsFrameCodec): SockJsFrameCodec
  webSocketHandler(handler: WebSocketHandler): WebSocketHandler
  stompCodec(codec: StompCodec): StompCodec
  /** The application's interceptors of a channel; what stands last sees what the handlers get. */
  interceptors(interceptors: readonly ChannelInterceptor[], channel: ChannelName): readonly ChannelInterceptor[]
  executor(executor: Executor<SendTask>, channel: ChannelName): Executor<SendTask>
  methodInvoker(invoker: MethodInvoker): MethodInvoker
  userDestinationResolver(resolver: UserDestinationResolver): UserDestinationResolver
  subscriptionRegistry(registry: SubscriptionRegistry): SubscriptionRegistry
  eventPublisher(publisher: ApplicationEventPublisher): ApplicationEventPublisher
  /** Tells of an HTTP controller's call, around it. */
  httpController<T>(call: HttpControllerInvocation, body: () => T): T
  readonly taskDecorator: TaskDecorator
}

export interface HttpControllerInvocation {
  readonly controller: string
  readonly method: string
  readonly arguments: readonly unknown[]
}

const same = <T>(part: T): T => part

/** Nobody looks on. */
export const NO_SEAMS: Seams = {
  openingHandshake: same,
  sockJsFrames: same,
  webSocketHandler: same,
  stompCodec: same,
  interceptors: same,
  executor: same,
  methodInvoker: same,
  userDestinationResolver: same,
  subscriptionRegistry: same,
  eventPublisher: same,
  httpController: (_call, body) => body(),
  taskDecorator: PLAIN_TASK,
}
