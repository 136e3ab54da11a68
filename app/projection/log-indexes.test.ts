import { expect, test } from 'vitest'
import { helloLog } from './hello-log.ts'
import { LogIndexes } from './log-indexes.ts'
import { longLog } from './long-log.ts'
import { TraceBuilder } from './trace-builder.ts'

const typeAt = (indexes: LogIndexes, seq: number | undefined) => (seq === undefined ? null : indexes.log.at(seq)?.type)

test('a step begins without a cause, at another station, or with the first offer of a message (trace.md, Step)', () => {
  const indexes = new LogIndexes(helloLog().log)
  const { steps, messages } = indexes
  const types = messages.stepsOf(5).map((seq) => typeAt(indexes, seq))
  expect(types.slice(0, 9)).toEqual([
    'websocket.frame-received',
    'stomp.frame-decoded',
    'channel.sent',
    'handler.offered',
    'handler.entered',
    'channel.sent',
    'handler.offered',
    'handler.entered',
    'channel.sent',
  ])
  expect(steps.stepsAt(indexes.log.next)).toBe(steps.total)
})

test('stepping to a step shows all of it and nothing of the next', () => {
  const { steps, log } = new LogIndexes(helloLog().log)
  for (let step = 1; step < steps.total; step++) {
    expect(steps.cursorAfter(step)).toBe(steps.startOf(step + 1))
    expect(steps.stepsAt(steps.cursorAfter(step))).toBe(step)
  }
  expect(steps.cursorAfter(steps.total)).toBe(log.next)
  expect(steps.stepsAt(0)).toBe(0)
})

test('messages are numbered as they are decoded, and everything they cause carries the number (trace.md, Message N)', () => {
  const indexes = new LogIndexes(helloLog().log)
  const { messages, log } = indexes
  expect(messages.total).toBe(5)
  const reports = Array.from({ length: log.next }, (_, seq) => seq).filter(
    (seq) => typeAt(indexes, seq) === 'client.reported',
  )
  expect(reports.map((seq) => messages.numberOf(seq))).toEqual([5, 5])
  const handshake = Array.from({ length: log.next }, (_, seq) => seq).find(
    (seq) => typeAt(indexes, seq) === 'handshake.decided',
  )
  expect(messages.numberOf(handshake ?? -1)).toBeNull()
})

test('a message has no number before it is decoded', () => {
  const { messages } = new LogIndexes(helloLog().log)
  const [received = -1] = messages.stepsOf(5)
  expect(messages.numberKnownAt(received, received + 1)).toBeNull()
  expect(messages.numberKnownAt(received, received + 2)).toBe(5)
})

test('a publish command is a message, a heart-beat is none', () => {
  const builder = new TraceBuilder()
  builder.snapshot()
  builder.publish('/topic/greetings', ['A'])
  builder.beat('A')
  const { messages, log } = new LogIndexes(builder.log)
  expect(messages.total).toBe(1)
  expect(messages.numberOf(log.next - 1)).toBeNull()
  expect(messages.shownAt(log.next)).toBe(1)
})

test('indexes of a log that lost its beginning count as those that saw it', () => {
  const limits = { events: 1_000, octets: Number.MAX_SAFE_INTEGER }
  const late = new LogIndexes(longLog(3_000, limits, 400).log)
  const whole = new LogIndexes(longLog(3_000, undefined, 400).log)
  expect(late.steps.total).toBe(whole.steps.total)
  expect(late.messages.total).toBe(whole.messages.total)
  for (let seq = late.log.first; seq < late.log.next; seq += 13) {
    expect(late.steps.stepOf(seq)).toBe(whole.steps.stepOf(seq))
    expect(late.messages.numberOf(seq)).toBe(whole.messages.numberOf(seq))
  }
})

test('indexes that follow a log through its evictions say of what is left what they said before', () => {
  const whole = longLog(5_000, undefined, 400).log
  const complete = new LogIndexes(whole)
  const builder = new TraceBuilder(longLog(0, { events: 2_000, octets: Number.MAX_SAFE_INTEGER }).log)
  const following = new LogIndexes(builder.log)
  for (const event of whole.range(builder.log.next, whole.next)) {
    builder.log.append(event, 256)
    following.catchUp()
  }
  expect(following.log.first).toBeGreaterThan(2_500)
  for (let seq = following.log.first; seq < following.log.next; seq += 13) {
    expect(following.steps.stepOf(seq)).toBe(complete.steps.stepOf(seq))
    expect(following.messages.numberOf(seq)).toBe(complete.messages.numberOf(seq))
    expect(following.traits.of(seq)).toEqual(complete.traits.of(seq))
    expect(following.schedule.shownAt(seq)).toBe(complete.schedule.shownAt(seq))
    expect(following.travels.arriving(seq)).toEqual(complete.travels.arriving(seq))
  }
  const last = complete.messages.total
  expect(following.messages.stepsOf(last)).toEqual(complete.messages.stepsOf(last))
  expect(following.steps.cursorAfter(0)).toBe(following.log.first)
})

test('what brought a frame is named by it once it is decoded', () => {
  const indexes = new LogIndexes(helloLog().log)
  const [received = -1, decoded = -1] = indexes.messages.stepsOf(5)
  const named = { shape: 'send', label: 'SEND', owner: 'A', recipient: null, folded: false }
  expect(indexes.traits.of(received)).toEqual(named)
  expect(indexes.traits.of(decoded)).toEqual(named)
})

test('a copy of a MESSAGE keeps its sender and has its recipient', () => {
  const indexes = new LogIndexes(helloLog().log)
  const sent = indexes.messages.stepsOf(5).filter((seq) => typeAt(indexes, seq) === 'websocket.frame-sent')
  expect(sent.map((seq) => indexes.traits.of(seq))).toEqual([
    { shape: 'message', label: 'MESSAGE', owner: 'A', recipient: 'A', folded: false },
    { shape: 'message', label: 'MESSAGE', owner: 'A', recipient: 'B', folded: false },
  ])
})

test('who takes a message is known when it has happened', () => {
  const indexes = new LogIndexes(helloLog().log)
  const [, , sent = -1, offered = -1] = indexes.messages.stepsOf(5)
  const answers = (cursor: number) =>
    indexes.offers
      .of(sent, cursor)
      .map(({ entered, left }) => left?.outcome.kind ?? (entered === null ? null : 'entered'))
  expect(answers(sent + 1)).toEqual([])
  expect(answers(offered + 3)).toEqual([null, null, null])
  expect(answers(offered + 4)).toEqual(['entered', null, null])
  expect(answers(indexes.log.next)).toEqual(['handled', 'ignored', 'ignored'])
})
