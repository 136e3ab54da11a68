import { describe, expect, it } from 'vitest'
import { ManualClock } from '../backend/manual-clock.ts'
import { MessageRepeater } from './message-repeater.ts'

const repeating = (messages: number, perSecond: number, stillOpen = () => true) => {
  const clock = new ManualClock()
  const repeater = new MessageRepeater(clock)
  const sent: number[] = []
  repeater.start({ messages, perSecond }, () => {
    if (!stillOpen()) return false
    sent.push(clock.now())
    return true
  })
  return { clock, repeater, sent }
}

describe('repeating a message', () => {
  it('sends as many as were asked for, evenly, and then rests', () => {
    const { clock, repeater, sent } = repeating(5, 10)
    for (let turn = 0; turn < 100; turn++) clock.advance(10)
    expect(sent).toHaveLength(5)
    expect((sent.at(-1) ?? 0) - (sent[0] ?? 0)).toBeCloseTo(400, -1)
    expect(repeater.running).toBe(false)
  })

  it('makes up for time in which the page stood still', () => {
    const { clock, sent } = repeating(100, 100)
    clock.advance(1)
    clock.advance(500)
    expect(sent.length).toBeGreaterThanOrEqual(50)
  })

  it('stops when asked to, and when there is no connection any more', () => {
    const { clock, repeater, sent } = repeating(100, 10)
    clock.advance(250)
    repeater.stop()
    clock.advance(1000)
    expect(sent.length).toBeLessThanOrEqual(3)

    let open = true
    const lost = repeating(100, 10, () => open)
    lost.clock.advance(250)
    open = false
    lost.clock.advance(1000)
    expect(lost.repeater.running).toBe(false)
  })
})
