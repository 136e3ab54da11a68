import { describe, expect, test } from 'vitest'
import { readRecording, writeRecording } from '#trace'
import greeting from '../../../content/recordings/greeting.jsonl?raw'
import { LogIndexes } from '../log-indexes.ts'
import { SequenceRows } from '../sequence/sequence.ts'
import type { SequenceDetail } from '../sequence/sequence-participant.ts'
import { type ExportedFrame, exportedFrames } from './exported-frames.ts'
import { framesCsv } from './frames-csv.ts'
import { framesMarkdown } from './frames-markdown.ts'
import { maskedValues } from './masked-values.ts'
import { mermaidOf } from './mermaid-of.ts'
import { recordingOf } from './recording-of.ts'

const read = readRecording(greeting)
const events = read.ok ? read.recording.events : []
const log = { first: 0, next: events.length, at: (seq: number) => events[seq] }
const indexes = new LogIndexes(log)
const all = () => true
const isSend = (seq: number) => indexes.traits.of(seq)?.label === 'SEND'

const FRAME: ExportedFrame = {
  seq: 7,
  at: 1234.5,
  client: 'A',
  session: 's',
  direction: 'to-server',
  command: 'SEND',
  headers: [['destination', '/app/hello']],
  body: { text: 'plain' },
  truncated: false,
  length: 30,
}

describe('Mermaid', () => {
  test.each<SequenceDetail>(['wire', 'spring'])('has the arrows of the sequence, in order: %s', (detail) => {
    const { sequence } = new SequenceRows(indexes, detail, all)
    const text = mermaidOf(sequence, (participant) => participant)
    const names = new Map(Array.from(text.matchAll(/participant (p\d+) as (.*)/g), ([, alias, name]) => [alias, name]))
    const arrows = Array.from(
      text.matchAll(/^ {2}(p\d+)(?:->>|-x)(p\d+): (\S+)/gm),
      ([, from, to, label]) => `${names.get(from)} ${names.get(to)} ${label}`,
    )
    expect(arrows).toEqual(sequence.rows.map(({ from, to, label }) => `${from} ${to} ${label.split(' ')[0]}`))
    expect(arrows.length).toBeGreaterThan(5)
  })

  test('escapes what Mermaid would read as its own', () => {
    const row = { ...new SequenceRows(indexes, 'wire', isSend).sequence.rows[0], detail: '/a;b#c\n%%<i>' }
    const text = mermaidOf({ participants: ['client:A', 'server'], rows: [row as never] }, (participant) => participant)
    expect(text.split('\n').at(-2)).toBe('  p0->>p1: SEND /a#59;b#35;c #37;#37;#60;i#62;')
  })
})

describe('frames', () => {
  test('are those that the filter shows', () => {
    expect(exportedFrames(log, isSend).map(({ command, client }) => `${command} ${client}`)).toEqual(['SEND A'])
    expect(exportedFrames(log, all).map(({ command }) => command)).toContain('CONNECTED')
  })

  test('as CSV quote commas, quotes and ends of lines (RFC 4180 §2)', () => {
    const [head, ...lines] = framesCsv([{ ...FRAME, body: { text: 'a,"b"\nc' } }, FRAME]).split('\r\n')
    expect(head).toBe(
      'seq,milliseconds,client,session,direction,command,destination,octets,headers,encoding,truncated,body',
    )
    expect(lines).toEqual([
      '7,1234.5,A,s,to-server,SEND,/app/hello,30,"[[""destination"",""/app/hello""]]",text,false,"a,""b""\nc"',
      '7,1234.5,A,s,to-server,SEND,/app/hello,30,"[[""destination"",""/app/hello""]]",text,false,plain',
      '',
    ])
  })

  test('as Markdown stay inside their fences, whatever they say', () => {
    const names = { server: 'server', client: () => 'Ada' }
    expect(framesMarkdown([{ ...FRAME, body: { text: '```\n# no heading' } }], names)).toBe(
      '### 1.234 s · Ada → server · SEND\n\n````stomp\nSEND\ndestination:/app/hello\n\n```\n# no heading^@\n````\n',
    )
  })
})

describe('a recording', () => {
  test('opens again as what it was made of', () => {
    const recording = recordingOf(log, 'main')
    expect(recording).not.toBeNull()
    if (recording === null) return
    const again = readRecording(writeRecording(recording))
    expect(again).toMatchObject({ ok: true, recording: { header: { lab: 'main' }, events } })
  })

  test('begins at the first snapshot that is there', () => {
    expect(recordingOf({ ...log, first: 1 }, 'main')).toBeNull()
  })
})

test('masked values are counted by the header they belong to, each once', () => {
  const headers = [
    ['login', 'ada'],
    ['passcode', '******'],
  ] as const
  const frame = events.find(({ type }) => type === 'stomp.frame-decoded')
  if (frame?.type !== 'stomp.frame-decoded') throw new Error('there is no frame')
  const masked = [{ ...frame, frame: { ...frame.frame, headers, redacted: true as const } }, ...events.slice(0, 3)]
  const secretive = { first: 0, next: masked.length, at: (seq: number) => masked[seq] }
  expect([...maskedValues(secretive, all)]).toEqual([['passcode', 1]])
  expect(maskedValues(log, all).size).toBe(0)
})
