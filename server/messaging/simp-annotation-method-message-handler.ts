import { isSuspended, type MaybeSuspended, whenAwake } from '../runtime/executor.ts'
import {
  type Controller,
  type ExceptionHandlerMethod,
  type HandlerMethod,
  type ReplyAnnotations,
  Thrown,
} from './handler-method.ts'
import { exceptionDepth, illegalState } from './java-exception.ts'
import type { Mapping, MappingRegistry } from './mapping-registry.ts'
import { type Message, type SimpMessageType, withHeaders } from './message.ts'
import type { SendOutcome, SubscribableChannel } from './message-channel.ts'
import {
  failed,
  HANDLED,
  type HandlerOutcome,
  ignored,
  type JavaException,
  type MessageHandler,
} from './message-handler.ts'
import type { MethodInvoker, MethodOutcome } from './method-invoker.ts'
import { type PlannedSend, planReply } from './planned-send.ts'
import type { SimpMessagingTemplate } from './simp-messaging-template.ts'

export interface SimpAnnotationMethodMessageHandlerParts {
  readonly clientInboundChannel: SubscribableChannel
  /** On brokerChannel: for returned values. */
  readonly brokerMessagingTemplate: SimpMessagingTemplate
  /** On clientOutboundChannel: for `@SubscribeMapping` without `@SendTo` (spring.md 1.1.5). */
  readonly clientMessagingTemplate: SimpMessagingTemplate
  /** Empty: every destination is looked at (spring.md 1.2.4). */
  readonly applicationDestinationPrefixes: readonly string[]
  readonly pathSeparator: '/' | '.'
  readonly mappings: MappingRegistry
  readonly invoker: MethodInvoker
}

/** Which annotation answers which type of message (spring.md 2.5.4). */
const ANNOTATION_FOR: Partial<Record<SimpMessageType, HandlerMethod['annotation']>> = {
  MESSAGE: 'MessageMapping',
  SUBSCRIBE: 'SubscribeMapping',
}

/** What a call came to, with the messages that it makes. */
type CallOutcome = MethodOutcome & { readonly value?: unknown; readonly sends: readonly PlannedSend[] }

/** Finds and calls the `@MessageMapping` and `@SubscribeMapping` methods of controllers (spring.md 2.4, 2.5). */
export class SimpAnnotationMethodMessageHandler implements MessageHandler {
  readonly name = 'simpAnnotationMethodMessageHandler'
  readonly #parts: SimpAnnotationMethodMessageHandlerParts
  /** Each with a slash at its end: `/app` matches neither itself nor `/application` (spring.md 1.2.2). */
  readonly #prefixes: readonly string[]

  constructor(parts: SimpAnnotationMethodMessageHandlerParts) {
    this.#parts = parts
    this.#prefixes = parts.applicationDestinationPrefixes.map((prefix) =>
      prefix.endsWith('/') ? prefix : `${prefix}/`,
    )
  }

  start(): void {
    this.#parts.clientInboundChannel.subscribe(this)
  }

  handleMessage(message: Message): MaybeSuspended<HandlerOutcome> {
    const { simpDestination: destination, simpMessageType: type } = message.headers
    if (destination === undefined) return ignored('no-destination')
    const lookupDestination = this.#lookupDestination(destination)
    if (lookupDestination === null) return ignored('destination-prefix')
    const annotation = ANNOTATION_FOR[type]
    if (annotation === undefined) return ignored('no-mapping')
    const lookup = this.#parts.mappings.find(annotation, lookupDestination)
    if (lookup.kind === 'none') return ignored('no-mapping')
    if (lookup.kind === 'ambiguous') {
      const [first, second] = lookup.mappings.map(({ controller, method }) => `${controller.name}#${method.name}`)
      return failed(
        illegalState(`Ambiguous handler methods mapped for destination '${lookupDestination}': {${first}, ${second}}`),
      )
    }
    return this.#call(
      lookup.mapping,
      withHeaders(message, { lookupDestination, destinationVariables: lookup.variables }),
    )
  }

  /** The destination after its prefix; with `.` the prefix's slash goes too (spring.md 3.2). */
  #lookupDestination(destination: string): string | null {
    if (this.#prefixes.length === 0) return destination
    const prefix = this.#prefixes.find((candidate) => destination.startsWith(candidate))
    if (prefix === undefined) return null
    return destination.slice(this.#parts.pathSeparator === '/' ? prefix.length - 1 : prefix.length)
  }

  #call({ controller, method, pattern }: Mapping, message: Message): MaybeSuspended<HandlerOutcome> {
    const values: unknown[] = []
    let converter: string | null = null
    let failure: JavaException | null = null
    for (const parameter of method.parameters) {
      const argument = parameter.resolve(message)
      if (argument.kind === 'failed') {
        failure = argument.error
        break
      }
      values.push(argument.value)
      converter ??= argument.converter
    }
    const answersSubscription = method.annotation === 'SubscribeMapping'
    const outcome = this.#parts.invoker.invoke<CallOutcome>({
      controller: controller.name,
      method: method.name,
      mapping: pattern,
      arguments: values,
      converter,
      isCall: failure === null,
      proceed: () =>
        failure
          ? this.#threw(failure, controller)
          : whenAwake(method.body(...values), (value) =>
              value instanceof Thrown
                ? this.#threw(value.error, controller)
                : this.#returned(method, answersSubscription, value, message, controller),
            ),
    })
    return whenAwake(outcome, (settled) => this.#settle(settled, controller, message))
  }

  #threw(error: JavaException, controller: Controller): CallOutcome {
    return { kind: 'threw', error, handledBy: exceptionHandlerFor(controller, error)?.name ?? null, sends: [] }
  }

  #returned(
    annotations: ReplyAnnotations,
    answersSubscription: boolean,
    value: unknown,
    message: Message,
    controller: Controller | null,
  ): CallOutcome {
    const plan = planReply(annotations, answersSubscription, value, message)
    if (plan.kind === 'failed')
      return controller
        ? this.#threw(plan.error, controller)
        : { kind: 'threw', error: plan.error, handledBy: null, sends: [] }
    const destinations = plan.sends.map((send) => this.#destinationOf(send, message))
    return { kind: 'returned', value, destinations, sends: plan.sends }
  }

  #destinationOf(send: PlannedSend, message: Message): string {
    if (send.to === 'subscriber') return message.headers.simpDestination ?? ''
    if (send.to === 'broker') return send.destination
    return this.#parts.brokerMessagingTemplate.userDestination(send.user, send.destination)
  }

  /** Sends what was returned, or gives the exception to its handler; what nobody handles is only logged (2.4.10). */
  #settle(outcome: CallOutcome, controller: Controller, message: Message): HandlerOutcome {
    const error = outcome.kind === 'threw' ? outcome.error : this.#send(outcome, message)
    const handler = error && exceptionHandlerFor(controller, error)
    if (!handler) return HANDLED
    const handled = this.#parts.invoker.invoke<CallOutcome>({
      controller: controller.name,
      method: handler.name,
      mapping: '@MessageExceptionHandler',
      arguments: [error.message],
      converter: null,
      isCall: true,
      proceed: () => this.#returned(handler, false, handler.body(error), message, null),
    })
    if (!isSuspended(handled)) this.#send(handled, message)
    return HANDLED
  }

  /** @returns what a send on this thread threw */
  #send(outcome: CallOutcome, message: Message): JavaException | null {
    for (const send of outcome.sends) {
      const sent = this.#sendOne(send, outcome.value, message)
      if (sent.kind === 'threw') return sent.error
    }
    return null
  }

  #sendOne(send: PlannedSend, value: unknown, message: Message): SendOutcome {
    const { brokerMessagingTemplate, clientMessagingTemplate } = this.#parts
    const { simpSessionId, simpSubscriptionId, simpDestination = '' } = message.headers
    if (send.to === 'subscriber') {
      return clientMessagingTemplate.convertAndSend(simpDestination, value, {
        simp: {
          ...(simpSessionId !== undefined && { simpSessionId }),
          ...(simpSubscriptionId !== undefined && { simpSubscriptionId }),
        },
      })
    }
    const headers = { simp: send.session === undefined ? {} : { simpSessionId: send.session } }
    return send.to === 'broker'
      ? brokerMessagingTemplate.convertAndSend(send.destination, value, headers)
      : brokerMessagingTemplate.convertAndSendToUser(send.user, send.destination, value, headers)
  }
}

/** The handler of the closest superclass (spring.md 2.4.10). */
const exceptionHandlerFor = (controller: Controller, error: JavaException): ExceptionHandlerMethod | undefined =>
  controller.exceptionHandlers
    ?.map((handler) => ({ handler, depth: exceptionDepth(error.type, handler.exception) ?? Number.POSITIVE_INFINITY }))
    .filter(({ depth }) => depth < Number.POSITIVE_INFINITY)
    .toSorted((a, b) => a.depth - b.depth)[0]?.handler
