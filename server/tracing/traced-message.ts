import type { Message, MessageHeaders, NativeHeaders } from '../messaging/message.ts'
import type { HeaderList, TracedMessage, TracedMessageHeaders } from '../trace/index.ts'
import { redactHeaders } from './redaction.ts'
import { tracedPayload } from './traced-payload.ts'

/** In order, repeats kept. */
const headerList = (headers: NativeHeaders): HeaderList => {
  const list: [string, string][] = []
  for (const [name, values] of headers) for (const value of values) list.push([name, value])
  return list
}

const tracedHeaders = (headers: MessageHeaders, native: HeaderList | null): TracedMessageHeaders => ({
  simpMessageType: headers.simpMessageType,
  ...(headers.stompCommand !== undefined && { stompCommand: headers.stompCommand }),
  ...(headers.simpDestination !== undefined && { simpDestination: headers.simpDestination }),
  ...(headers.simpSessionId !== undefined && { simpSessionId: headers.simpSessionId }),
  ...(headers.simpSubscriptionId !== undefined && { simpSubscriptionId: headers.simpSubscriptionId }),
  ...(headers.simpUser !== undefined && { simpUser: headers.simpUser.name }),
  ...(headers.contentType !== undefined && { contentType: headers.contentType }),
  ...(headers.simpHeartbeat !== undefined && { simpHeartbeat: headers.simpHeartbeat.join(',') }),
  ...(native !== null && { nativeHeaders: native }),
})

export const tracedMessage = (message: Message): TracedMessage => {
  const { payload, truncated } = tracedPayload(message.payload)
  const native = message.headers.nativeHeaders ? redactHeaders(headerList(message.headers.nativeHeaders)) : null
  return {
    payload,
    length: message.payload.length,
    headers: tracedHeaders(message.headers, native?.headers ?? null),
    ...(truncated && { truncated }),
    ...(native?.redacted && { redacted: true }),
  }
}
