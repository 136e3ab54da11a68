import { spawnSync } from 'node:child_process'
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { readRecording } from '#trace'
import greeting from '../../../content/recordings/greeting.jsonl?raw'
import { joined } from '../layers/websocket-layer.ts'
import { pcapngOf } from './pcapng-of.ts'
import { packetsOf } from './tcp-conversation.ts'
import { wireConversations } from './wire-conversations.ts'

/** Wireshark's reader of captures, which need not be there. */
const ANALYSER = 'tshark'

const read = readRecording(greeting)
const events = read.ok ? read.recording.events : []
const log = { first: 0, next: events.length, at: (seq: number) => events[seq] }
const ofBob = (seq: number) => events[seq]?.client === 'B'

/** RFC 6455 §5.2. */
const OPCODES = { continuation: 0, text: 1, binary: 2, close: 8, ping: 9, pong: 10 } as const

interface Block {
  readonly type: number
  readonly content: DataView
}

/** Reads a capture as §3.1 says, and looks that both lengths of each block agree. */
const blocksOf = (capture: Uint8Array): readonly Block[] => {
  const view = new DataView(capture.buffer, capture.byteOffset, capture.length)
  const blocks: Block[] = []
  for (let at = 0; at < capture.length; ) {
    const length = view.getUint32(at + 4, true)
    expect(length % 4).toBe(0)
    expect(view.getUint32(at + length - 4, true)).toBe(length)
    blocks.push({ type: view.getUint32(at, true), content: new DataView(capture.buffer, at + 8, length - 12) })
    at += length
  }
  return blocks
}

interface ReadPacket {
  readonly microseconds: number
  readonly fromServer: boolean
  readonly port: number
  readonly sequence: number
  readonly flags: number
  readonly payload: Uint8Array
}

const packetOf = ({ content }: Block): ReadPacket => {
  const captured = content.getUint32(12, true)
  const octets = new Uint8Array(content.buffer, content.byteOffset + 20, captured)
  const view = new DataView(octets.buffer, octets.byteOffset, captured)
  const fromServer = octets[29] === 1
  return {
    microseconds: content.getUint32(4, true) * 2 ** 32 + content.getUint32(8, true),
    fromServer,
    port: view.getUint16(fromServer ? 36 : 34),
    sequence: view.getUint32(38),
    flags: octets[47] ?? 0,
    payload: octets.subarray(54),
  }
}

const packetsIn = (capture: Uint8Array): readonly ReadPacket[] => blocksOf(capture).slice(2).map(packetOf)

describe('a capture', () => {
  const capture = pcapngOf(wireConversations(log, () => true))

  test('is a section with an Ethernet interface and packets in order of time (§4)', () => {
    const [section, wire, ...packets] = blocksOf(capture)
    expect(section?.type).toBe(0x0a0d0d0a)
    expect(section?.content.getUint32(0, true)).toBe(0x1a2b3c4d)
    expect([wire?.type, wire?.content.getUint16(0, true)]).toEqual([1, 1])
    expect(new Set(packets.map(({ type }) => type))).toEqual(new Set([6]))
    const times = packets.map((packet) => packetOf(packet).microseconds)
    expect(times).toEqual(times.toSorted((one, other) => one - other))
    expect(times[0]).toBe(500_000)
  })

  test('carries one TCP stream each way for each connection: the handshake, then the tapped octets', () => {
    const packets = packetsIn(capture)
    const ports = [...new Set(packets.map(({ port }) => port))]
    expect(ports).toHaveLength(2)
    const toServer = packets.filter(({ fromServer, port }) => !fromServer && port === ports[0])
    const stream = joined(toServer.map(({ payload }) => payload))
    const head = 'GET /ws?client=A HTTP/1.1\r\n'
    expect(new TextDecoder().decode(stream.subarray(0, head.length))).toBe(head)
    const tapped = events.flatMap((event) =>
      event.type === 'websocket.frame-received' && event.client === 'A'
        ? Uint8Array.from(Buffer.from(event.octets ?? '', 'base64'))
        : [],
    )
    expect(tapped.length).toBeGreaterThan(0)
    const sent = joined(tapped)
    expect(stream.subarray(stream.length - sent.length)).toEqual(sent)
  })

  test('numbers octets without gap (RFC 9293 §3.4)', () => {
    for (const fromServer of [false, true]) {
      const stream = packetsIn(capture).filter((packet) => packet.fromServer === fromServer)
      const expected = new Map<number, number>()
      for (const { port, sequence, flags, payload } of stream) {
        expect(sequence).toBe(expected.get(port) ?? 0)
        expected.set(port, sequence + payload.length + ((flags & 0b11) === 0 ? 0 : 1))
      }
    }
  })

  test('has whole connections, those that the filter touches', () => {
    const packets = packetsIn(pcapngOf(wireConversations(log, ofBob)))
    expect(new Set(packets.map(({ port }) => port)).size).toBe(1)
    expect(new TextDecoder().decode(packets[3]?.payload)).toContain('client=B')
  })

  test('says how long a payload was that the trace cut', () => {
    const cut = { at: 0, toServer: false, octets: new Uint8Array(10), length: 70_000 }
    const packets = packetsOf({ host: 2, port: 50_000, deliveries: [cut], end: null }).slice(3)
    expect(packets.map(({ octets, length }) => [octets.length - 54, length - 54])).toEqual([
      [10, 65_000],
      [0, 5_000],
    ])
  })

  // Only where it is installed.
  if (spawnSync(ANALYSER, ['--version']).status !== 0) return
  test('is read by tshark frame by frame as the trace has it', () => {
    const file = join(mkdtempSync(join(tmpdir(), 'capture-')), 'greeting.pcapng')
    writeFileSync(file, capture)
    const fields = ['fin', 'opcode', 'mask', 'payload_length', 'payload_length_ext_16'].map(
      (name) => `websocket.${name}`,
    )
    const { stdout } = spawnSync(ANALYSER, [
      ...['-r', file, '-Y', 'websocket', '-T', 'fields', '-e', 'tcp.stream'],
      ...fields.flatMap((field) => ['-e', field]),
    ])
    const analysed = String(stdout)
      .trimEnd()
      .split('\n')
      .map((line) => {
        const [stream, fin, opcode, mask, length, extended] = line.split('\t').map(Number)
        return [stream, fin, opcode, mask, extended || length]
      })
    const clients = [...new Set(events.flatMap(({ client }) => client ?? []))]
    const traced = events.flatMap((event) => {
      if (event.type !== 'websocket.frame-received' && event.type !== 'websocket.frame-sent') return []
      const { client, frame, opcode, length } = event
      return [[clients.indexOf(client ?? ''), Number(frame?.fin), OPCODES[opcode], Number(frame?.mask), length]]
    })
    expect(traced.length).toBeGreaterThan(5)
    expect(analysed).toEqual(traced)
  })
})
