import type { checkHeartbeat } from '../broker/broker-session.ts'
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
import type { TaskScheduler } from '../runtime/task-scheduler.ts'
import type { SockJsFrameCodec } from '../sockjs/sock-js-frame-codec.ts'
import type { decideSockJsRequest } from '../sockjs/sock-js-request.ts'
import type { StepSockJsSession } from '../sockjs/sock-js-state.ts'
import type { StompCodec } from '../stomp/stomp-codec.ts'
import type { ConcurrentWebSocketSession } from '../websocket/concurrent-websocket-session-decorator.ts'
import type { WebSocketHandler } from '../websocket/websocket-session.ts'

export type OpeningHandshake = typeof decideOpeningHandshake

/** Where the composition root lets somebody look on: each takes a part and gives back one that behaves the same. */
export interface Seams {
  openingHandshake(decide: OpeningHandshake): OpeningHandshake
  sockJsRequest(decide: typeof decideSockJsRequest): typeof decideSockJsRequest
  sockJsFrames(codec: SockJsFrameCodec): SockJsFrameCodec
  sockJsStep(step: StepSockJsSession): StepSockJsSession
  webSocketHandler(handler: WebSocketHandler): WebSocketHandler
  concurrentSession(session: ConcurrentWebSocketSession): ConcurrentWebSocketSession
  stompCodec(codec: StompCodec): StompCodec
  /** The application's interceptors of a channel; what stands last sees what the handlers get. */
  interceptors(interceptors: readonly ChannelInterceptor[], channel: ChannelName): readonly ChannelInterceptor[]
  executor(executor: Executor<SendTask>, channel: ChannelName): Executor<SendTask>
  methodInvoker(invoker: MethodInvoker): MethodInvoker
  userDestinationResolver(resolver: UserDestinationResolver): UserDestinationResolver
  subscriptionRegistry(registry: SubscriptionRegistry): SubscriptionRegistry
  checkHeartbeat(check: typeof checkHeartbeat): typeof checkHeartbeat
  /** @param name of the timers that are set there, as Spring's classes are called */
  taskScheduler(scheduler: TaskScheduler, name: string): TaskScheduler
  eventPublisher(publisher: ApplicationEventPublisher): ApplicationEventPublisher
  /** Tells of an HTTP controller's call, around it. */
  httpController<T>(call: HttpControllerInvocation, body: () => T): T
  readonly taskDecorator: TaskDecorator
  /** Takes what Spring writes to the application's log by itself: the statistics. */
  log(line: string): void
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
  sockJsRequest: same,
  sockJsFrames: same,
  sockJsStep: same,
  webSocketHandler: same,
  concurrentSession: same,
  stompCodec: same,
  interceptors: same,
  executor: same,
  methodInvoker: same,
  userDestinationResolver: same,
  subscriptionRegistry: same,
  checkHeartbeat: same,
  taskScheduler: same,
  eventPublisher: same,
  httpController: (_call, body) => body(),
  taskDecorator: PLAIN_TASK,
  log: () => undefined,
}
