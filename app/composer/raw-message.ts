/** One WebSocket message as the composer's socket carried it. */
export interface RawMessage {
  /** Counts the messages of one direction within their connection, from 0. */
  readonly number: number
  /** Which connection carried it, from 1. */
  readonly connection: number
  readonly direction: 'to-server' | 'to-client'
  /** On the lab's clock, milliseconds. */
  readonly at: number
  /** As it stood; of a binary message the octets as characters. */
  readonly text: string
  readonly octets: number
}
