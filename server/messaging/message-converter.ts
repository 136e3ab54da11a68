import type { Message } from './message.ts'
import type { JavaException } from './message-handler.ts'

const encoder = new TextEncoder()
const decoder = new TextDecoder()

/** Java types that the example's methods take and return, by their simple names. */
export type JavaType = 'String' | 'byte[]' | (string & {})

export interface ConvertedPayload {
  readonly payload: Uint8Array
  readonly contentType: string
}

export type Conversion =
  | { readonly kind: 'converted'; readonly value: unknown; readonly converter: string }
  | { readonly kind: 'failed'; readonly error: JavaException }

/** Spring's converters of outgoing values, in their order (spring.md 2.4.7). */
export const fromValue = (value: unknown): ConvertedPayload => {
  if (typeof value === 'string') return { payload: encoder.encode(value), contentType: 'text/plain;charset=UTF-8' }
  if (value instanceof Uint8Array) return { payload: value, contentType: 'application/octet-stream' }
  return { payload: encoder.encode(JSON.stringify(value)), contentType: 'application/json' }
}

const mimeOf = (message: Message): string | null => message.headers.contentType?.split(';')[0]?.toLowerCase() ?? null

const cannotConvert = (type: JavaType, message: Message): Conversion => ({
  kind: 'failed',
  error: {
    type: 'org.springframework.messaging.converter.MessageConversionException',
    message: `Cannot convert from [[B] to [${type}] for GenericMessage [payload=byte[${message.payload.length}]]`,
  },
})

const couldNotRead = (reason: string): Conversion => ({
  kind: 'failed',
  error: {
    type: 'org.springframework.messaging.converter.MessageConversionException',
    message: `Could not read JSON: ${reason}`,
  },
})

const parseJson = (message: Message): { readonly value: unknown } | { readonly reason: string } => {
  try {
    return { value: JSON.parse(decoder.decode(message.payload)) }
  } catch (error) {
    return { reason: (error as SyntaxError).message }
  }
}

const fromJson = (type: JavaType, message: Message): Conversion => {
  const parsed = parseJson(message)
  if ('reason' in parsed) return couldNotRead(parsed.reason)
  const isObject = typeof parsed.value === 'object' && parsed.value !== null
  if (type === 'String' && isObject)
    return couldNotRead('Cannot deserialize value of type `java.lang.String` from Object value')
  if (type !== 'String' && (!isObject || Array.isArray(parsed.value)))
    return couldNotRead(`Cannot construct instance of \`${type}\``)
  return { kind: 'converted', value: parsed.value, converter: 'JacksonJsonMessageConverter' }
}

/** A converter of incoming payloads: which content types it takes, and what it makes. */
interface PayloadConverter {
  takes(type: JavaType, mime: string | null): boolean
  convert(type: JavaType, message: Message): Conversion
}

/** In Spring's order. Without a content type, JSON is assumed by the JSON converter only (spring.md 2.4.8). */
const CONVERTERS: readonly PayloadConverter[] = [
  {
    takes: (type, mime) => type === 'String' && (mime === null || mime.startsWith('text/')),
    convert: (_type, message) => ({
      kind: 'converted',
      value: decoder.decode(message.payload),
      converter: 'StringMessageConverter',
    }),
  },
  {
    takes: (type, mime) => type === 'byte[]' && (mime === null || mime === 'application/octet-stream'),
    convert: (_type, message) => ({
      kind: 'converted',
      value: message.payload,
      converter: 'ByteArrayMessageConverter',
    }),
  },
  {
    takes: (_type, mime) => mime === null || mime === 'application/json' || mime.endsWith('+json'),
    convert: fromJson,
  },
]

/** The payload as an argument of that type (spring.md 2.4.8, 2.4.9). */
export const toArgument = (type: JavaType, message: Message): Conversion => {
  if (type === 'byte[]') return { kind: 'converted', value: message.payload, converter: 'ByteArrayMessageConverter' }
  if (message.payload.length === 0)
    return {
      kind: 'failed',
      error: {
        type: 'org.springframework.messaging.handler.annotation.support.MethodArgumentNotValidException',
        message: 'Payload value must not be empty',
      },
    }
  const mime = mimeOf(message)
  const converter = CONVERTERS.find(({ takes }) => takes(type, mime))
  return converter ? converter.convert(type, message) : cannotConvert(type, message)
}
