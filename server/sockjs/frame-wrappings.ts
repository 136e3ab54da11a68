import type { FrameWrapping } from './sock-js-profile.ts'
import type { SendingTransport } from './transport-type.ts'

const JAVASCRIPT = 'application/javascript;charset=UTF-8'

const nothing = (): string => ''

/** Where servers differ in how a transport carries frames. */
export interface WrappingDifferences {
  readonly eventSourceType: string
  /** What may not stand as it is in an event's line. */
  readonly eventSourceText: (frame: string) => string
  /** A frame as the inside of a JavaScript literal in quotes. */
  readonly literal: (frame: string) => string
  /** The page that a hidden frame loads, script by script. */
  readonly htmlFileHead: (callback: string) => string
}

/** sockjs.md 4: one frame is one chunk. */
export const frameWrappings = (server: WrappingDifferences): Readonly<Record<SendingTransport, FrameWrapping>> => ({
  xhr: { contentType: JAVASCRIPT, prelude: nothing, wrap: (frame) => `${frame}\n` },
  xhr_streaming: {
    contentType: JAVASCRIPT,
    // Old browsers show no response before it has some length.
    prelude: () => `${'h'.repeat(2048)}\n`,
    wrap: (frame) => `${frame}\n`,
  },
  eventsource: {
    contentType: server.eventSourceType,
    prelude: () => '\r\n',
    wrap: (frame) => `data: ${server.eventSourceText(frame)}\r\n\r\n`,
  },
  htmlfile: {
    contentType: 'text/html;charset=UTF-8',
    prelude: server.htmlFileHead,
    wrap: (frame) => `<script>\np("${server.literal(frame)}");\n</script>\r\n`,
  },
  jsonp: {
    contentType: JAVASCRIPT,
    prelude: nothing,
    wrap: (frame, callback) => `/**/${callback}("${server.literal(frame)}");\r\n`,
  },
})
