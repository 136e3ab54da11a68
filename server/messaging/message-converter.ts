import { BYTE_ARRAY, type JavaType, STRING } from './java-type.ts'
import type { Message } from './message.ts'
import type { JavaException } from './message-handler.ts'

const encoder = new TextEncoder()
const UTF_8 = new TextDecoder()

export interface ConvertedPayload {
  readonly payload: Uint8Array
  readonly contentType: string
}

export type Conversion<T> =
  /** `converter`: null where the payload is what the method wants already. */
  | { readonly kind: 'converted'; readonly value: T; readonly converter: string | null }
  | { readonly kind: 'failed'; readonly error: JavaException }

/** As Jackson writes JSON: like JavaScript, but for the case of the digits in an escape. */
const toJson = (value: unknown): string =>
  JSON.stringify(value).replace(/\\(?:u([0-9a-f]{4})|.)/g, (escaped, digits: string | undefined) =>
    digits === undefined ? escaped : `\\u${digits.toUpperCase()}`,
  )

/** Spring's converters of outgoing values, in their order (spring.md 2.4.7). */
export const fromValue = (value: unknown): ConvertedPayload => {
  if (typeof value === 'string') return { payload: encoder.encode(value), contentType: 'text/plain;charset=UTF-8' }
  if (value instanceof Uint8Array) return { payload: value, contentType: 'application/octet-stream' }
  return { payload: encoder.encode(toJson(value)), contentType: 'application/json' }
}

const conversionFailure = (message: string): Conversion<never> => ({
  kind: 'failed',
  error: { type: 'org.springframework.messaging.converter.MessageConversionException', message },
})

const cannotConvert = (type: JavaType<unknown>, message: Message): Conversion<never> =>
  conversionFailure(
    `Cannot convert from [[B] to [${type.name}] for GenericMessage [payload=byte[${message.payload.length}]]`,
  )

type Decode = (octets: Uint8Array) => string

const ofOctets =
  (character: (octet: number) => number): Decode =>
  (octets) =>
    Array.from(octets, (octet) => String.fromCharCode(character(octet))).join('')

const latin1 = ofOctets((octet) => octet)
const ascii = ofOctets((octet) => (octet < 0x80 ? octet : 0xfffd))

/** Java's charsets whose names mean windows-1252 in the Encoding Standard. */
const JAVA_CHARSETS: ReadonlyMap<string, Decode> = new Map([
  ...['iso-8859-1', 'iso8859-1', 'iso_8859-1', 'latin1', 'l1'].map((name) => [name, latin1] as const),
  ...['us-ascii', 'ascii'].map((name) => [name, ascii] as const),
])

const utf8: Decode = (octets) => UTF_8.decode(octets)

/** The content type's charset; what no decoder knows is read as UTF-8. */
const decodeAs = (contentType: string | undefined): Decode => {
  const charset = /;\s*charset="?([^";]+)/i.exec(contentType ?? '')?.[1]
  if (charset === undefined) return utf8
  const known = JAVA_CHARSETS.get(charset.toLowerCase())
  if (known !== undefined) return known
  try {
    const decoder = new TextDecoder(charset)
    return (octets) => decoder.decode(octets)
  } catch {
    // Java has a few charsets more than the Encoding Standard.
    return utf8
  }
}

const STRING_OR_NUMBER = /"(?:[^"\\]|\\.)*"|-?\d[\d.eE+-]*/g

/** Every number as a text of its digits: Jackson hands on `1.50` as it was written. */
const numbersAsTexts = (json: string): string =>
  json.replace(STRING_OR_NUMBER, (token) => (token.startsWith('"') ? token : `"${token}"`))

const parseJson = (text: string): { readonly json: unknown } | null => {
  try {
    // Only what is JSON as it stands: a number cannot be a name.
    JSON.parse(text)
    return { json: JSON.parse(numbersAsTexts(text)) }
  } catch {
    return null
  }
}

const fromJson = <T>(type: JavaType<T>, message: Message): Conversion<T> => {
  const parsed = parseJson(UTF_8.decode(message.payload))
  if (parsed === null) return conversionFailure('Could not read JSON: the payload is not well-formed')
  if (parsed.json === null) return cannotConvert(type, message)
  const reading = type.fromJson(parsed.json)
  return reading.kind === 'mismatch'
    ? conversionFailure(`Could not read JSON: ${reading.reason}`)
    : { kind: 'converted', value: reading.value, converter: 'JacksonJsonMessageConverter' }
}

/** `StringMessageConverter` takes `text/plain` or no content type; null: it leaves the message to the next one. */
const fromText = (message: Message): Conversion<string> | null => {
  const { contentType } = message.headers
  if (contentType !== undefined && !/^text\/plain(?:;|$)/.test(contentType)) return null
  const value = decodeAs(contentType)(message.payload)
  return { kind: 'converted', value, converter: 'StringMessageConverter' }
}

/** `PayloadMethodArgumentResolver`: the payload as an argument of that type (spring.md 2.4.8, 2.4.9). */
export const toArgument = (type: JavaType<unknown>, message: Message): Conversion<unknown> => {
  const { payload, headers } = message
  if (payload.length === 0)
    return {
      kind: 'failed',
      error: {
        type: 'org.springframework.messaging.handler.annotation.support.MethodArgumentNotValidException',
        message: 'Payload value must not be empty',
      },
    }
  if (type === BYTE_ARRAY) return { kind: 'converted', value: payload, converter: null }
  const text = type === STRING ? fromText(message) : null
  if (text) return text
  const mimeType = headers.contentType?.split(';')[0] ?? 'application/json'
  return mimeType === 'application/json' ? fromJson(type, message) : cannotConvert(type, message)
}
