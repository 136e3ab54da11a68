import type { Seams } from './seams.ts'
import type { Tracer } from './tracer.ts'
import { tracingApplicationInterceptor } from './tracing-application-interceptor.ts'
import { tracingChannelInterceptor } from './tracing-channel-interceptor.ts'
import { tracingConcurrentSession } from './tracing-concurrent-session.ts'
import { tracingEventPublisher } from './tracing-event-publisher.ts'
import { BeginningOffer, tracingExecutor } from './tracing-executor.ts'
import { tracingHeartbeatCheck } from './tracing-heartbeat-check.ts'
import { tracingMethodInvoker } from './tracing-method-invoker.ts'
import { tracingOpeningHandshake } from './tracing-opening-handshake.ts'
import { tracingSockJsFrames } from './tracing-sock-js-frames.ts'
import { tracingSockJsRequest } from './tracing-sock-js-request.ts'
import { tracingSockJsStep } from './tracing-sock-js-step.ts'
import { tracingStompCodec } from './tracing-stomp-codec.ts'
import { tracingSubscriptionRegistry } from './tracing-subscription-registry.ts'
import { tracingTaskScheduler } from './tracing-task-scheduler.ts'
import { tracingUserDestinationResolver } from './tracing-user-destination-resolver.ts'
import { type ClientAdmission, tracingWebSocketHandler } from './tracing-web-socket-handler.ts'

/** Every part of the server, watched. */
export const tracingSeams = (tracer: Tracer, clients: ClientAdmission): Seams => {
  const beginning = new BeginningOffer()
  return {
    openingHandshake: (decide) => tracingOpeningHandshake(decide, tracer),
    sockJsRequest: (decide) => tracingSockJsRequest(decide, tracer),
    sockJsFrames: (codec) => tracingSockJsFrames(codec, tracer),
    sockJsStep: (step) => tracingSockJsStep(step, tracer),
    webSocketHandler: (handler) => tracingWebSocketHandler(handler, tracer, clients),
    concurrentSession: (session) => tracingConcurrentSession(session, tracer),
    stompCodec: (codec) => tracingStompCodec(codec, tracer),
    interceptors: (interceptors, channel) => [
      ...interceptors.map((interceptor) => tracingApplicationInterceptor(interceptor, tracer)),
      tracingChannelInterceptor(channel, tracer, beginning),
    ],
    executor: (executor, channel) => tracingExecutor(executor, channel, tracer, beginning),
    methodInvoker: (invoker) => tracingMethodInvoker(invoker, tracer),
    userDestinationResolver: (resolver) => tracingUserDestinationResolver(resolver, tracer),
    subscriptionRegistry: (registry) => tracingSubscriptionRegistry(registry, tracer),
    checkHeartbeat: (check) => tracingHeartbeatCheck(check, tracer),
    taskScheduler: (scheduler, name) => tracingTaskScheduler(scheduler, name, tracer),
    eventPublisher: (publisher) => tracingEventPublisher(publisher, tracer),
    httpController(call, body) {
      return tracer.within(tracer.record({ type: 'http-controller.invoked', station: 'application', ...call }), body)
    },
    log(line) {
      tracer.record({ type: 'statistics.logged', station: 'application', line }, { cause: null })
    },
    taskDecorator(task) {
      const { active, conversation } = tracer
      return () => tracer.within(active, task, conversation)
    },
  }
}
