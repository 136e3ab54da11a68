import { checkHeartbeat } from './broker/broker-session.ts'
import { SimpleBrokerMessageHandler } from './broker/simple-broker-message-handler.ts'
import { DefaultSubscriptionRegistry } from './broker/subscription-registry.ts'
import { EXAMPLE_SUBSCRIPTIONS, exampleControllers } from './example/example-application.ts'
import { httpControllers } from './example/http-controllers.ts'
import { tokenInterceptor } from './example/token-interceptor.ts'
import type { HttpExchange } from './http/http-exchange.ts'
import { decideOpeningHandshake } from './http/opening-handshake.ts'
import { createHttpControllerMapping } from './http-controller-mapping.ts'
import { AntPathMatcher } from './messaging/ant-path-matcher.ts'
import { ApplicationEventMulticaster } from './messaging/application-event-multicaster.ts'
import type { ChannelInterceptor } from './messaging/channel-interceptor.ts'
import { ExecutorSubscribableChannel } from './messaging/executor-subscribable-channel.ts'
import { MappingRegistry } from './messaging/mapping-registry.ts'
import type { MessageChannel, SendOutcome } from './messaging/message-channel.ts'
import { methodInvoker } from './messaging/method-invoker.ts'
import {
  callbackTaskInterceptor,
  OrderedMessageChannelDecorator,
} from './messaging/ordered-message-channel-decorator.ts'
import type { SendTask } from './messaging/send-task.ts'
import { SimpAnnotationMethodMessageHandler } from './messaging/simp-annotation-method-message-handler.ts'
import { SimpMessagingTemplate } from './messaging/simp-messaging-template.ts'
import { SimpUserRegistry } from './messaging/simp-user-registry.ts'
import { UserDestinationMessageHandler } from './messaging/user-destination-message-handler.ts'
import { createUserDestinationResolver } from './messaging/user-destination-resolver.ts'
import { CallerRunsExecutor } from './runtime/caller-runs-executor.ts'
import { countedTaskScheduler } from './runtime/counted-task-scheduler.ts'
import type { CurrentThread } from './runtime/current-thread.ts'
import type { IdGenerator } from './runtime/id-generator.ts'
import { NATURAL_INTERLEAVING } from './runtime/interleaving.ts'
import { seededIdGenerator } from './runtime/seeded-id-generator.ts'
import type { TaskScheduler } from './runtime/task-scheduler.ts'
import { ThreadPoolExecutor } from './runtime/thread-pool-executor.ts'
import { threadedTaskScheduler } from './runtime/threaded-task-scheduler.ts'
import { createEndpointMapping } from './sockjs/endpoint-mapping.ts'
import { decideSockJsRequest } from './sockjs/sock-js-request.ts'
import { stepSockJsSession } from './sockjs/sock-js-session-step.ts'
import { SPRING_SOCKJS_PROFILE } from './sockjs/spring-sock-js-profile.ts'
import { createStompCodec } from './stomp/stomp-codec.ts'
import { StompSubProtocolHandler } from './stomp/stomp-sub-protocol-handler.ts'
import { WebSocketMessageBrokerStats } from './stomp/web-socket-message-broker-stats.ts'
import type { EndpointConfiguration, LabConfiguration } from './trace/index.ts'
import type { Seams } from './tracing/seams.ts'
import type { CloseStatus } from './websocket/close-status.ts'

export interface MessageBrokerParts {
  readonly config: LabConfiguration
  readonly scheduler: TaskScheduler
  readonly currentThread: CurrentThread
  readonly ids: IdGenerator
  /** Milliseconds since 1970. */
  readonly wallClock: () => number
  readonly seams: Seams
}

/** A running application: what Spring makes of an `@EnableWebSocketMessageBroker` class and its controllers. */
export interface MessageBroker {
  /**
   * @param isForeign from a site that no endpoint takes, whatever it was told to take
   * @returns false where no endpoint has the path
   */
  handleEndpoint(exchange: HttpExchange, isForeign: boolean): boolean
  /** @returns false where no controller has the path */
  handleHttpController(exchange: HttpExchange): boolean
  readonly httpControllerPaths: ReadonlySet<string>
  /** A send by the server's own template; with a user, to that user. */
  publish(destination: string, body: string, user: string | null): SendOutcome
  /** Destinations worth trying. */
  readonly suggestions: { readonly send: readonly string[]; readonly subscribe: readonly string[] }
  stop(status: CloseStatus): void
}

/** Subscribers of clientInboundChannel and brokerChannel (spring.md 1.1.2). */
const INBOUND_SUBSCRIBERS = 3
const BROKER_SUBSCRIBERS = 2
const OUTBOUND_SUBSCRIBERS = 1

/** Writing to a socket takes longer than looking into a registry. */
const TURNS = { clientInboundChannel: 1, clientOutboundChannel: 2 } as const

/** As for the channels: golden.md, How to compare. */
const SCHEDULER_POOL_SIZE = 4

const DEFAULT_USER_PREFIX = '/user/'

const withSlash = (prefix: string): string => (prefix.endsWith('/') ? prefix : `${prefix}/`)

/** `AbstractMessageBrokerConfiguration`: the one place that knows every part. */
export const createMessageBroker = ({
  config,
  scheduler,
  currentThread,
  ids,
  wallClock,
  seams,
}: MessageBrokerParts): MessageBroker => {
  const chance = seededIdGenerator(config.seed).below
  const pool = (name: 'clientInboundChannel' | 'clientOutboundChannel') =>
    new ThreadPoolExecutor<SendTask>({
      threadNamePrefix: `${name}-`,
      turns: TURNS[name],
      corePoolSize: config[name].corePoolSize,
      interleaving: config.interleaving === 'seeded' ? chance : NATURAL_INTERLEAVING,
      scheduler,
      currentThread,
    })
  const namedScheduler = (name: string, thread: string, from: TaskScheduler): TaskScheduler =>
    seams.taskScheduler(threadedTaskScheduler(from, currentThread, thread), name)
  const messageBrokerTaskScheduler = countedTaskScheduler(scheduler, SCHEDULER_POOL_SIZE)
  const callback = (isOrdered: boolean): readonly ChannelInterceptor[] => (isOrdered ? [callbackTaskInterceptor] : [])

  const inboundPool = pool('clientInboundChannel')
  const outboundPool = pool('clientOutboundChannel')
  const clientInboundChannel = new ExecutorSubscribableChannel({
    name: 'clientInboundChannel',
    executor: seams.executor(inboundPool, 'clientInboundChannel'),
    interceptors: [
      ...callback(config.preserveReceiveOrder),
      ...seams.interceptors([tokenInterceptor({ isRequired: config.requireToken })], 'clientInboundChannel'),
    ],
  })
  const clientOutboundChannel = new ExecutorSubscribableChannel({
    name: 'clientOutboundChannel',
    executor: seams.executor(outboundPool, 'clientOutboundChannel'),
    interceptors: [...callback(config.preservePublishOrder), ...seams.interceptors([], 'clientOutboundChannel')],
  })
  const brokerChannel = new ExecutorSubscribableChannel({
    name: 'brokerChannel',
    executor: seams.executor(new CallerRunsExecutor(scheduler, currentThread), 'brokerChannel'),
    interceptors: [...callback(config.preserveReceiveOrder), ...seams.interceptors([], 'brokerChannel')],
  })
  const { taskDecorator } = seams
  const ordered = (channel: MessageChannel, subscribers: number): MessageChannel =>
    new OrderedMessageChannelDecorator({ channel, subscribers, taskDecorator })

  const users = new SimpUserRegistry()
  const multicaster = new ApplicationEventMulticaster()
  multicaster.addListener(users.onApplicationEvent)
  const eventPublisher = seams.eventPublisher(multicaster)

  const userPrefix = withSlash(config.userDestinationPrefix ?? DEFAULT_USER_PREFIX)
  const brokerMessagingTemplate = new SimpMessagingTemplate(brokerChannel, userPrefix)
  const pathMatcher = new AntPathMatcher(config.pathSeparator)
  const mappings = new MappingRegistry(exampleControllers(brokerMessagingTemplate, chance), pathMatcher)

  const annotated = new SimpAnnotationMethodMessageHandler({
    clientInboundChannel,
    brokerMessagingTemplate,
    clientMessagingTemplate: new SimpMessagingTemplate(clientOutboundChannel, userPrefix),
    applicationDestinationPrefixes: config.applicationDestinationPrefixes,
    pathSeparator: config.pathSeparator,
    mappings,
    invoker: seams.methodInvoker(methodInvoker),
  })

  const { destinationPrefixes, heartbeat, cacheLimit, selectorHeaderName } = config.simpleBroker
  const broker = new SimpleBrokerMessageHandler({
    clientInboundChannel,
    clientOutboundChannel,
    brokerChannel,
    subscriptionRegistry: seams.subscriptionRegistry(
      new DefaultSubscriptionRegistry({ pathMatcher, cacheLimit, selectorHeaderName }),
    ),
    destinationPrefixes,
    userDestinationPrefix: config.userDestinationPrefix === null ? null : userPrefix,
    heartbeat,
    checkHeartbeat: seams.checkHeartbeat(checkHeartbeat),
    scheduler: namedScheduler('SimpleBrokerMessageHandler.HeartbeatTask', 'heartbeat-1', scheduler),
    eventPublisher,
    outboundFor: config.preservePublishOrder
      ? () => ordered(clientOutboundChannel, OUTBOUND_SUBSCRIBERS)
      : () => clientOutboundChannel,
  })

  const userDestinations = new UserDestinationMessageHandler({
    clientInboundChannel,
    brokerChannel,
    resolver: seams.userDestinationResolver(
      createUserDestinationResolver({
        prefix: userPrefix,
        sessionsOf: (user) => users.sessionsOf(user),
        removeLeadingSlash: destinationPrefixes[0]?.startsWith('/') === false,
      }),
    ),
    orderedChannel: config.preserveReceiveOrder ? () => ordered(brokerChannel, BROKER_SUBSCRIBERS) : null,
  })

  const stomp = new StompSubProtocolHandler({
    clientInboundChannel,
    codec: seams.stompCodec(createStompCodec({ messageSizeLimit: config.transport.messageSizeLimit })),
    eventPublisher,
    errorHandler: config.errorHandler,
    scheduler,
    timeToFirstMessage: config.transport.timeToFirstMessage,
    sendTimeLimit: config.transport.sendTimeLimit,
    sendBufferSizeLimit: config.transport.sendBufferSizeLimit,
    decorateSession: seams.concurrentSession,
    ...(config.preserveReceiveOrder && { channelFor: () => ordered(clientInboundChannel, INBOUND_SUBSCRIBERS) }),
  })

  const stats = new WebSocketMessageBrokerStats({
    scheduler: threadedTaskScheduler(messageBrokerTaskScheduler, currentThread, 'MessageBroker-1'),
    subProtocol: () => stomp.statistics,
    inboundChannel: () => inboundPool.statistics,
    outboundChannel: () => outboundPool.statistics,
    sockJsScheduler: () => messageBrokerTaskScheduler.statistics,
    log: seams.log,
  })

  // Spring starts them in this order, which is the order in which they are offered a message (spring.md 1.1.2).
  annotated.start()
  broker.start()
  userDestinations.start()
  clientOutboundChannel.subscribe(stomp)
  stats.start()

  const controllers = httpControllers(brokerMessagingTemplate)
  const endpointMapping = (endpoints: LabConfiguration['endpoints']) =>
    createEndpointMapping({
      endpoints: endpoints.map((endpoint) => ({ ...endpoint, permessageDeflate: config.permessageDeflate ?? false })),
      webSocketHandler: seams.webSocketHandler(stomp),
      ids,
      schedulers: {
        heartbeat: namedScheduler('AbstractSockJsSession.HeartbeatTask', 'MessageBroker-1', messageBrokerTaskScheduler),
        cleanup: namedScheduler(
          'TransportHandlingSockJsService.SessionTask',
          'MessageBroker-1',
          messageBrokerTaskScheduler,
        ),
      },
      wallClock,
      sockJs: config.sockJs,
      ports: {
        openingHandshake: seams.openingHandshake(decideOpeningHandshake),
        sockJsRequest: seams.sockJsRequest(decideSockJsRequest),
        sockJsFrames: seams.sockJsFrames(SPRING_SOCKJS_PROFILE.frames),
        sockJsStep: seams.sockJsStep(stepSockJsSession),
      },
    })
  const own = endpointMapping(config.endpoints)
  const foreign = endpointMapping(config.endpoints.map(ownSite))
  return {
    handleEndpoint: (exchange, isForeign) => (isForeign ? foreign : own).handle(exchange),
    handleHttpController: createHttpControllerMapping(controllers, seams.httpController, wallClock),
    httpControllerPaths: new Set(controllers.map(({ path }) => path)),
    publish: (destination, body, user) =>
      user === null
        ? brokerMessagingTemplate.convertAndSend(destination, body)
        : brokerMessagingTemplate.convertAndSendToUser(user, destination, body),
    suggestions: suggestionsFor(config, mappings),
    stop(status) {
      stats.stop()
      stomp.stop(status)
      own.stop()
      foreign.stop()
      broker.stop()
      inboundPool.shutdown()
      outboundPool.shutdown()
    },
  }
}

/** The endpoint as Spring has it until `setAllowedOrigins` is called: for pages of its own site. */
const ownSite = (endpoint: EndpointConfiguration): EndpointConfiguration => ({
  ...endpoint,
  allowedOrigins: [],
  allowedOriginPatterns: [],
})

const suggestionsFor = (config: LabConfiguration, mappings: MappingRegistry): MessageBroker['suggestions'] => {
  const [application = ''] = config.applicationDestinationPrefixes
  const prefix = application.replace(/\/$/, '')
  const inApplication = (annotation: 'MessageMapping' | 'SubscribeMapping'): readonly string[] =>
    mappings.patternsOf(annotation).map((pattern) => `${prefix}${pattern}`)
  return {
    send: [...inApplication('MessageMapping'), ...EXAMPLE_SUBSCRIPTIONS.filter((topic) => topic.startsWith('/topic'))],
    subscribe: [...EXAMPLE_SUBSCRIPTIONS, ...inApplication('SubscribeMapping')],
  }
}
