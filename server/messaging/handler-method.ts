import type { MaybeSuspended } from '../runtime/executor.ts'
import type { Message } from './message.ts'
import type { JavaException } from './message-handler.ts'

export type ResolvedArgument =
  | { readonly kind: 'resolved'; readonly value: unknown; readonly converter: string | null }
  | { readonly kind: 'failed'; readonly error: JavaException }

/** How one parameter of a handler method gets its value from a message (spring.md 3.7). */
export interface MethodParameter<T> {
  readonly resolve: (message: Message) => ResolvedArgument
  /** Only for the type checker: what the method gets. */
  readonly type?: T
}

type ValuesOf<P extends readonly MethodParameter<unknown>[]> = {
  readonly [K in keyof P]: P[K] extends MethodParameter<infer T> ? T : never
}

/** A method that throws. */
export class Thrown {
  readonly error: JavaException

  constructor(error: JavaException) {
    this.error = error
  }
}

export interface SendToUser {
  readonly destinations: readonly string[]
  /** False: only the session that the message came from (spring.md 2.4.3). */
  readonly broadcast?: boolean
}

/** Where a returned value goes; absent: `/topic` and the lookup destination (spring.md 2.4.1). */
export interface ReplyAnnotations {
  readonly sendTo?: readonly string[]
  readonly sendToUser?: SendToUser
}

type MethodBody = (...args: readonly unknown[]) => MaybeSuspended<unknown>

/** A method with `@MessageMapping` or `@SubscribeMapping`. */
export interface HandlerMethod extends ReplyAnnotations {
  readonly annotation: 'MessageMapping' | 'SubscribeMapping'
  readonly pattern: string
  /** The Java method's name. */
  readonly name: string
  readonly parameters: readonly MethodParameter<unknown>[]
  /** Undefined: a `void` method. */
  readonly body: MethodBody
}

/** A method with `@MessageExceptionHandler`. */
export interface ExceptionHandlerMethod extends ReplyAnnotations {
  readonly name: string
  /** The Java class that it handles. */
  readonly exception: string
  readonly body: (error: JavaException) => unknown
}

/** A class with `@Controller`. */
export interface Controller {
  readonly name: string
  /** `@MessageMapping` of the class. */
  readonly pattern?: string
  readonly methods: readonly HandlerMethod[]
  readonly exceptionHandlers?: readonly ExceptionHandlerMethod[]
}

interface MethodOptions<P extends readonly MethodParameter<unknown>[]> extends ReplyAnnotations {
  readonly name: string
  readonly parameters?: P
}

const mapped =
  (annotation: HandlerMethod['annotation']) =>
  <const P extends readonly MethodParameter<unknown>[] = readonly []>(
    pattern: string,
    options: MethodOptions<P>,
    body: (...args: ValuesOf<P>) => unknown,
  ): HandlerMethod => ({
    ...options,
    annotation,
    pattern,
    parameters: options.parameters ?? [],
    body: body as unknown as MethodBody,
  })

type Mapping = <const P extends readonly MethodParameter<unknown>[] = readonly []>(
  pattern: string,
  options: MethodOptions<P>,
  body: (...args: ValuesOf<P>) => unknown,
) => HandlerMethod

/** `@MessageMapping(pattern)`: answers a SEND. */
export const messageMapping: Mapping = mapped('MessageMapping')

/** `@SubscribeMapping(pattern)`: answers a SUBSCRIBE. */
export const subscribeMapping: Mapping = mapped('SubscribeMapping')
