import { type IRawFrameType, Parser } from '@stomp/stompjs'

/** One STOMP frame as a client saw it pass its own socket. */
export interface FrameRow {
  /** Counts the rows of one card, from 0. */
  readonly number: number
  /** Which connection of this card carried it, from 1. */
  readonly connection: number
  readonly direction: 'to-server' | 'to-client'
  /** On the lab's clock, milliseconds. */
  readonly at: number
  readonly command: string
  /** All of it, NUL included. */
  readonly text: string
  readonly octets: number
}

/** What says most about a frame comes first, since a row is cut at its end: headers by name, `body` for its text. */
const SUMMARY: Readonly<Record<string, readonly string[]>> = {
  CONNECT: ['accept-version'],
  CONNECTED: ['version'],
  SUBSCRIBE: ['id', 'destination'],
  UNSUBSCRIBE: ['id'],
  SEND: ['destination', 'body'],
  MESSAGE: ['body', 'destination'],
  ERROR: ['message'],
  RECEIPT: ['receipt-id'],
  DISCONNECT: ['receipt'],
  ACK: ['id'],
  NACK: ['id'],
}

/** Null: a heart-beat, or nothing that could be a whole frame. */
export function frameCommand(text: string): string | null {
  const [, command] = text.includes('\0') ? (/^[\r\n]*([^\r\n\0]+)/.exec(text) ?? []) : []
  return command ?? null
}

/** What there is to say of a frame in a row; nothing, if stompjs cannot read it. */
export function frameSummary(text: string): string {
  const frames: IRawFrameType[] = []
  const parser = new Parser(
    (frame) => frames.push(frame),
    () => undefined,
  )
  parser.parseChunk(text)
  const [frame] = frames
  if (frame === undefined) return ''
  const parts = (SUMMARY[String(frame.command)] ?? []).map((name) =>
    name === 'body' ? bodyOf(frame) : headerOf(frame, name),
  )
  return parts.filter((part) => part !== '').join(' ')
}

function headerOf(frame: IRawFrameType, name: string): string {
  return frame.headers.find(([header]) => header === name)?.[1] ?? ''
}

function bodyOf(frame: IRawFrameType): string {
  return frame.binaryBody === undefined ? '' : new TextDecoder().decode(frame.binaryBody)
}
