import type { MethodParameter, ResolvedArgument } from './handler-method.ts'
import type { JavaType } from './java-type.ts'
import { firstNativeHeader, type Message, type Principal } from './message.ts'
import { toArgument } from './message-converter.ts'

const resolved = (value: unknown): ResolvedArgument => ({ kind: 'resolved', value, converter: null })

const handlingFailure = (message: string): ResolvedArgument => ({
  kind: 'failed',
  error: { type: 'org.springframework.messaging.MessageHandlingException', message },
})

/** `@Payload`, the default for a parameter of any other kind. */
export const payload = <T>(type: JavaType<T>): MethodParameter<T> => ({
  resolve(message) {
    const conversion = toArgument(type, message)
    return conversion.kind === 'failed' ? conversion : { ...conversion, kind: 'resolved' }
  },
})

/** Top-level headers that `@Header` finds before native ones (spring.md 3.7). */
const topLevelHeader = (message: Message, name: string): string | undefined => {
  const { simpDestination, simpSessionId, simpSubscriptionId, lookupDestination } = message.headers
  const headers: Readonly<Record<string, string | undefined>> = {
    simpDestination,
    simpSessionId,
    simpSubscriptionId,
    lookupDestination,
  }
  return headers[name]
}

const findHeader = (message: Message, name: string): string | undefined =>
  topLevelHeader(message, name) ?? firstNativeHeader(message, name)

/** `@Header(name)` */
export const header = (name: string): MethodParameter<string> => ({
  resolve: (message) => {
    const value = findHeader(message, name)
    return value === undefined
      ? handlingFailure(`Missing header '${name}' for method parameter type [class java.lang.String]`)
      : resolved(value)
  },
})

/** `@Header(name, required = false)` */
export const optionalHeader = (name: string): MethodParameter<string | null> => ({
  resolve: (message) => resolved(findHeader(message, name) ?? null),
})

/** `@DestinationVariable(name)` */
export const destinationVariable = (name: string): MethodParameter<string> => ({
  resolve: (message) => {
    const value = message.headers.destinationVariables?.[name]
    return value === undefined
      ? handlingFailure(`Missing path template variable '${name}' for method parameter type [class java.lang.String]`)
      : resolved(value)
  },
})

/** `Principal`; null when nobody is known. */
export const principal = (): MethodParameter<Principal | null> => ({
  resolve: (message) => resolved(message.headers.simpUser ?? null),
})
