import { joined } from '../layers/websocket-layer.ts'
import { type Packet, packetsOf, type TcpConversation } from './tcp-conversation.ts'

const BLOCK = { section: 0x0a0d0d0a, interface: 1, packet: 6 }
const BYTE_ORDER = 0x1a2b3c4d
const ETHERNET = 1

/**
 * A capture file (draft-ietf-opsawg-pcapng §4): a section, an interface, and the packets by their time. Times count
 * from the lab's beginning, in microseconds, which is what an interface without options has.
 */
export const pcapngOf = (conversations: readonly TcpConversation[]): Uint8Array => {
  const packets = conversations.flatMap(packetsOf).toSorted((one, other) => one.at - other.at)
  return joined([
    block(BLOCK.section, littleEndian([BYTE_ORDER, 1, 0xffffffff, 0xffffffff])),
    block(BLOCK.interface, littleEndian([ETHERNET, 0])),
    ...packets.map(packetBlock),
  ])
}

/** §4.3: of an Enhanced Packet Block both the captured and the original length are told. */
const packetBlock = ({ at, octets, length }: Packet): Uint8Array => {
  const time = Math.round(at * 1000)
  const head = littleEndian([0, Math.floor(time / 2 ** 32), time % 2 ** 32, octets.length, length])
  return block(BLOCK.packet, joined([head, octets, new Uint8Array(-octets.length & 3)]))
}

/** §3.1: its length stands before and after what it holds. */
const block = (type: number, content: Uint8Array): Uint8Array => {
  const length = content.length + 12
  return joined([littleEndian([type, length]), content, littleEndian([length])])
}

const littleEndian = (words: readonly number[]): Uint8Array => {
  const octets = new Uint8Array(words.length * 4)
  const view = new DataView(octets.buffer)
  for (const [index, word] of words.entries()) view.setUint32(index * 4, word, true)
  return octets
}
