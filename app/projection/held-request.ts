import type { ClientTag } from '#trace'

/** A request of a SockJS transport whose answer is still open: what brings frames to the client. Plain JSON. */
export interface HeldRequest {
  /** Null: the lab has not given its client a tag yet. */
  readonly client: ClientTag | null
  /** `http.requested` */
  readonly seq: number
  /** As its URL names it. */
  readonly session: string
  readonly method: string
  /** The last part of its path, as `xhr_streaming`. */
  readonly segment: string
  readonly answer: 'stream' | 'poll'
  /** Milliseconds of the lab. */
  readonly since: number
  /** Octets of frames in a stream's answer, of those octets that count towards the limit. */
  readonly bytes: number
  /** Octets of its first chunk, which do not count: it only makes browsers listen. Null: nothing was sent yet. */
  readonly prelude: number | null
  /** After so many octets the server ends the answer; null: after the first frame. */
  readonly limit: number | null
}
