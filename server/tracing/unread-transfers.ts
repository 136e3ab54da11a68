import type { TraceFactOf, UnreadEvent, UnreadFactOf } from '../trace/index.ts'

type Direction = 'websocket.frame-received' | 'websocket.frame-sent'
type Opcode = TraceFactOf<Direction>['opcode']

const STATION = 'webSocketSession'

const none = (): number => 0

/** The detail is the length of the payload. */
const frame = <T extends Direction>(type: T, opcode: Opcode): UnreadFactOf<T> => ({
  type,
  station: STATION,
  octets: none,
  read: ({ detail }: UnreadEvent) =>
    ({ type, station: STATION, opcode, length: detail as number }) as unknown as TraceFactOf<T>,
})

const frames = <T extends Direction>(type: T): Readonly<Record<Opcode, UnreadFactOf<T>>> => ({
  text: frame(type, 'text'),
  binary: frame(type, 'binary'),
  close: frame(type, 'close'),
  ping: frame(type, 'ping'),
  pong: frame(type, 'pong'),
})

export const FRAME_RECEIVED: Readonly<Record<Opcode, UnreadFactOf<'websocket.frame-received'>>> =
  frames('websocket.frame-received')
export const FRAME_SENT: Readonly<Record<Opcode, UnreadFactOf<'websocket.frame-sent'>>> = frames('websocket.frame-sent')

/** What was written to a connection. The detail is the time that it took, in whole microseconds. */
export class UnreadWriting implements UnreadFactOf<'outbound.written'> {
  readonly type = 'outbound.written'
  readonly station = STATION
  readonly #bytes: number
  readonly #bufferSize: number

  constructor(bytes: number, bufferSize: number) {
    this.#bytes = bytes
    this.#bufferSize = bufferSize
  }

  tells(bytes: number, bufferSize: number): boolean {
    return bytes === this.#bytes && bufferSize === this.#bufferSize
  }

  octets(): number {
    return 0
  }

  read({ detail }: UnreadEvent): TraceFactOf<'outbound.written'> {
    return {
      type: this.type,
      station: this.station,
      bytes: this.#bytes,
      bufferSize: this.#bufferSize,
      timeInSend: (detail as number) / 1000,
    }
  }
}
