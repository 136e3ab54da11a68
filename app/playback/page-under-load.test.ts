import { describe, expect, test } from 'vitest'
import { helloLog } from '../projection/hello-log.ts'
import { TraceBuilder } from '../projection/trace-builder.ts'
import { log, pageWith, SEND } from './page-on-hello-log.ts'

/** How far the display is behind, real milliseconds every 250 ms, and how often the views looked. */
function underLoad(perSecond: number, seconds: number): { readonly lags: readonly number[]; readonly looks: number } {
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
    const shown = builder.log.at(playback().cursor - 1)?.at ?? 0
    if (time % 250 === 0) lags.push((builder.log.at(builder.newest)?.at ?? 0) - shown)
  }
  return { lags, looks }
}

describe('a hundred messages a second', () => {
  test('are shown less than three seconds late, in few looks', () => {
    const { lags, looks } = underLoad(100, 10)
    process.stdout.write(`display behind: at most ${Math.round(Math.max(...lags))} ms\n`)
    expect(Math.max(...lags)).toBeLessThan(3_000)
    expect(looks).toBeLessThan(10 * 5)
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
