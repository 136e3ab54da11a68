/** Octets that one side gave to TCP at once. */
export interface Delivery {
  /** Milliseconds of the lab. */
  readonly at: number
  readonly toServer: boolean
  /** What is known of them: at least the beginning. */
  readonly octets: Uint8Array
  /** How many there were. */
  readonly length: number
}

export interface TcpEnd {
  readonly at: number
  readonly toServer: boolean
  /** Dropped, not closed (RFC 9293 §3.5.3). */
  readonly reset: boolean
}

/** What went through one TCP connection, in order. */
export interface TcpConversation {
  /** Last part of the client's address. */
  readonly host: number
  readonly port: number
  readonly deliveries: readonly Delivery[]
  /** Null: it is still open. */
  readonly end: TcpEnd | null
}

/** One Ethernet frame, cut where its octets are not known. */
export interface Packet {
  readonly at: number
  readonly octets: Uint8Array
  /** Before the cut. */
  readonly length: number
}

const FLAGS = { fin: 0x01, syn: 0x02, reset: 0x04, push: 0x08, ack: 0x10 }

/** What fits into an IPv4 packet with room to spare. */
const LARGEST_PIECE = 65_000

const HEAD_LENGTH = 14 + 20 + 20

/** The packets in which the conversation could have travelled: the lab's trace begins above TCP. */
export const packetsOf = ({ host, port, deliveries, end }: TcpConversation): readonly Packet[] => {
  const packets: Packet[] = []
  const next = { toServer: 0, toClient: 0 }
  const send = (at: number, toServer: boolean, flags: number, octets: Uint8Array, length: number): void => {
    const [own, other] = toServer ? [next.toServer, next.toClient] : [next.toClient, next.toServer]
    const acknowledged = (flags & FLAGS.ack) === 0 ? 0 : other
    const head = headOf({ host, port, toServer, flags, number: own, acknowledged, length })
    const whole = new Uint8Array(HEAD_LENGTH + octets.length)
    whole.set(head)
    whole.set(octets, HEAD_LENGTH)
    packets.push({ at, octets: whole, length: HEAD_LENGTH + length })
    const advanced = length + ((flags & (FLAGS.syn | FLAGS.fin)) === 0 ? 0 : 1)
    if (toServer) next.toServer += advanced
    else next.toClient += advanced
  }
  const signal = (at: number, toServer: boolean, flags: number): void => send(at, toServer, flags, NOTHING, 0)

  const begun = deliveries[0]?.at ?? end?.at ?? 0
  signal(begun, true, FLAGS.syn)
  signal(begun, false, FLAGS.syn | FLAGS.ack)
  signal(begun, true, FLAGS.ack)
  for (const { at, toServer, octets, length } of deliveries)
    for (let start = 0; start < length; start += LARGEST_PIECE) {
      const piece = octets.subarray(start, start + LARGEST_PIECE)
      send(at, toServer, FLAGS.push | FLAGS.ack, piece, Math.min(LARGEST_PIECE, length - start))
    }
  if (end?.reset) signal(end.at, end.toServer, FLAGS.reset | FLAGS.ack)
  else if (end !== null) {
    signal(end.at, end.toServer, FLAGS.fin | FLAGS.ack)
    signal(end.at, !end.toServer, FLAGS.fin | FLAGS.ack)
    signal(end.at, end.toServer, FLAGS.ack)
  }
  return packets
}

const NOTHING = new Uint8Array()

const SERVER_HOST = 1
/** Where Spring Boot listens unless told otherwise, and what analysers take for HTTP. */
const SERVER_PORT = 8080

interface PacketHead {
  readonly host: number
  readonly port: number
  readonly toServer: boolean
  readonly flags: number
  readonly number: number
  readonly acknowledged: number
  readonly length: number
}

/** Ethernet II, IPv4 (RFC 791 §3.1) and TCP (RFC 9293 §3.1) without options; TCP's checksum is left to the card. */
const headOf = ({ host, port, toServer, flags, number, acknowledged, length }: PacketHead): Uint8Array => {
  const head = new Uint8Array(HEAD_LENGTH)
  const view = new DataView(head.buffer)
  const [from, to] = toServer ? [host, SERVER_HOST] : [SERVER_HOST, host]
  const [fromPort, toPort] = toServer ? [port, SERVER_PORT] : [SERVER_PORT, port]

  head.set([0x02, 0, 0, 0, 0, to, 0x02, 0, 0, 0, 0, from, 0x08, 0x00])

  head.set([0x45, 0], 14)
  view.setUint16(16, HEAD_LENGTH - 14 + length)
  view.setUint16(20, 0x4000)
  head.set([64, 6], 22)
  head.set([10, 0, 0, from, 10, 0, 0, to], 26)
  view.setUint16(24, internetChecksum(head.subarray(14, 34)))

  view.setUint16(34, fromPort)
  view.setUint16(36, toPort)
  view.setUint32(38, number)
  view.setUint32(42, acknowledged)
  head.set([0x50, flags, 0xff, 0xff], 46)
  return head
}

/** RFC 1071, of an even number of octets. */
const internetChecksum = (octets: Uint8Array): number => {
  let sum = 0
  for (let at = 0; at < octets.length; at += 2) sum += ((octets[at] ?? 0) << 8) | (octets[at + 1] ?? 0)
  while (sum > 0xffff) sum = (sum & 0xffff) + (sum >>> 16)
  return ~sum & 0xffff
}
