import { inCarets } from './caret-notation.ts'
import type { MessageLayers } from './message-layers.ts'
import { hexOf } from './websocket-layer.ts'

const ROW = 16

/** What a copy of a message is: the STOMP frame, its NUL as the specification prints it, then the octets in hex. */
export const copiedText = ({ stomp, tcp }: Pick<MessageLayers, 'stomp' | 'tcp'>): string =>
  [...(stomp === null ? [] : [inCarets(stomp.text)]), ...(tcp === null ? [] : [hexRows(tcp.octets)])].join('\n\n')

const hexRows = (octets: Uint8Array): string =>
  Array.from({ length: Math.ceil(octets.length / ROW) }, (_, row) =>
    hexOf(octets.subarray(row * ROW, (row + 1) * ROW)),
  ).join('\n')
