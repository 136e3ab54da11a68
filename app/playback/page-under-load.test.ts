import { describe, expect, test } from 'vitest'
import { displayLag } from '../projection/display-lag.ts'
import { helloLog } from '../projection/hello-log.ts'
import { TraceBuilder } from '../projection/trace-builder.ts'
import { log, pageWith, SEND } from './page-on-hello-log.ts'

interface LoadFigures {
  /** How far the display is behind, milliseconds, every 250 ms. */
  readonly lags: readonly number[]
  /** The same when the load is over. */
  readonly left: number
  /** How often the views looked. */
  readonly looks: number
}

function underLoad(perSecond: number, seconds: number): LoadFigures {
  const { clock, page, playback } = pageWith(SEND)
  const builder = new TraceBuilder()
  for (const event of log.range(0, SEND)) builder.log.append(event, 256)
  builder.wait(log.at(SEND - 1)?.at ?? 0)
  let looks = 0
  page.views.subscribe(() => {
    looks += 1
  })
  const lags: number[] = []
  let due = 0
  for (let time = 0; time < seconds * 1_000; time += 50) {
    const from = builder.log.next
    for (due += perSecond / 20; due >= 1; due--) builder.wait(1_000 / perSecond).sendHello('A', ['A', 'B', 'C'])
    page.trace.append(builder.log.range(from, builder.log.next))
    clock.advance(50)
    if (time % 250 === 0) lags.push(displayLag(page.projections.indexes, playback().cursor))
  }
  clock.advance(10_000)
  return { lags, looks, left: displayLag(page.projections.indexes, playback().cursor) }
}

describe('a hundred messages a second', () => {
  test('are shown less than three seconds late, in few looks', () => {
    const { lags, looks, left } = underLoad(100, 10)
    const median = lags.toSorted((a, b) => a - b)[lags.length >> 1]
    process.stdout.write(`display behind: ${median?.toFixed()} ms, at most ${Math.max(...lags).toFixed()} ms\n`)
    expect(left).toBe(0)
    expect(Math.max(...lags)).toBeLessThan(3_000)
    expect(looks).toBeLessThan(10 * 5)
  })

  test('are told to be late, which messages by hand are not', () => {
    expect(underLoad(100, 3).lags.at(-1)).toBeGreaterThan(300)
    expect(Math.max(...underLoad(1, 8).lags)).toBe(0)
  })

  test('show a ribbon whose number is their rate, within a tenth', () => {
    const { clock, page } = pageWith(SEND)
    const builder = new TraceBuilder(helloLog().log)
    for (let message = 0; message < 500; message++) builder.wait(9.5).sendHello('A', ['A', 'B', 'C'])
    page.trace.append(builder.log.range(SEND, builder.log.next))
    clock.advance(4_000)
    const { traffic } = page.tokens
    const inbound = traffic().find(({ edge }) => edge === 'client:A>webSocketSession')
    expect(inbound?.level).toBe(2)
    expect(Math.abs((inbound?.perSecond ?? 0) - 100)).toBeLessThan(10)
    clock.advance(20_000)
    expect(traffic()).toEqual([])
    expect(page.tokens.tokens()).toEqual([])
  })
})
