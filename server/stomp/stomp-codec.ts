import type { WebSocketMessage } from '../websocket/websocket-message.ts'
import { createStompDecoder, type StompDecoder } from './stomp-decoder.ts'
import { StompEncoder } from './stomp-encoder.ts'
import type { StompFrame, WireStompFrame } from './stomp-frame.ts'

/** A frame as it goes out: its octets, and the WebSocket message that carries them. */
export interface EncodedStompFrame {
  readonly wire: WireStompFrame
  readonly message: WebSocketMessage
}

/** Between WebSocket messages and STOMP frames; a port, so that it can be watched. */
export interface StompCodec {
  /** One a session: it keeps the unfinished tail. Its results are meant to be worked on one by one, as they come. */
  createDecoder(): StompDecoder
  encode(frame: StompFrame, as: WebSocketMessage['kind']): EncodedStompFrame
}

/** @param messageSizeLimit octets that may wait in a session's decoder (spring.md 7.4) */
export const createStompCodec = ({ messageSizeLimit }: { readonly messageSizeLimit: number }): StompCodec => {
  const encoder = new StompEncoder()
  return {
    createDecoder: () => createStompDecoder({ bufferSizeLimit: messageSizeLimit }),
    encode(frame, as) {
      const wire = encoder.encode(frame)
      const { text, textLength: length } = wire
      return {
        wire,
        message: as === 'binary' ? { kind: 'binary', octets: wire.octets } : { kind: 'text', text, length },
      }
    },
  }
}
