import { describe, expect, test } from 'vitest'
import type { Claim } from '../../content/claims/claim.ts'
import { first } from '../../content/claims/find.ts'
import type { Scenario } from '../../content/scenarios/scenario.ts'
import { createPage } from '../playback/page.ts'
import { VirtualAnimationClock } from '../trace/virtual-animation-clock.ts'
import { Predictions } from './predictions.ts'
import { ScenarioRuns } from './scenario-runs.ts'
import { stageMemory } from './staged-memory.ts'

const GREETING: Scenario = {
  name: 'a/greeting',
  proves: ['a/reaches'],
  steps: [
    { do: 'connect', client: 'A' },
    { do: 'mark', label: { en: 'Ada says hello', vi: 'Ada gửi lời chào' } },
    { do: 'send', client: 'A', destination: '/app/hello', body: '{"name":"Ada"}' },
  ],
}
const OTHER: Scenario = { ...GREETING, name: 'a/other' }
const reaches: Claim = (events) => first(events, 'controller.invoked')?.seq ?? null

/** A page without a lab: everything is played in memory. */
function start() {
  const clock = new VirtualAnimationClock()
  const page = createPage({ clock, reducedMotion: false })
  const runs = new ScenarioRuns({
    page,
    findScenario: async (name) => [GREETING, OTHER].find((scenario) => scenario.name === name) ?? null,
    createLiveWorld: () => {
      throw new Error('there is no lab')
    },
    openMemory: async (scenario) => {
      page.trace.openRecording()
      return stageMemory(scenario, page)
    },
    openLab: async () => false,
  })
  const predictions = new Predictions({
    page,
    runs,
    findPrediction: async (name) => ({ name, right: 'yes', provedBy: 'a/reaches' }),
    findClaim: async () => reaches,
  })
  /** Shows what comes, until something is so or nothing comes any more. */
  const showUntil = async (holds: () => boolean) => {
    for (let turn = 0; turn < 500 && !holds(); turn += 1) {
      clock.advance(1000)
      await new Promise<void>((resolve) => setTimeout(resolve))
    }
    return holds()
  }
  const isAtMark = () => runs.state.kind === 'playing' && runs.state.mark !== null
  const isOver = () => runs.state.kind === 'over'
  return { page, runs, predictions, showUntil, isAtMark, isOver, playback: () => page.playback.getState() }
}

describe('a run', () => {
  test('shows each step before it does the next, stops at a mark, and goes on when it is told to', async () => {
    const { page, runs, showUntil, isAtMark, isOver, playback } = start()
    void runs.start(GREETING.name)
    expect(await showUntil(isAtMark)).toBe(true)
    expect(runs.state).toMatchObject({ step: 2, steps: 3, mark: { en: 'Ada says hello' } })
    expect(playback().cursor).toBe(page.trace.log.next)
    const { next } = page.trace.log
    await showUntil(() => false)
    expect(page.trace.log.next).toBe(next)
    runs.goOn()
    expect(await showUntil(isOver)).toBe(true)
    expect(runs.state).toEqual({ kind: 'over', scenario: GREETING.name, trouble: null })
    expect(reaches(page.trace.range(0, playback().cursor))).not.toBeNull()
  })

  test('is slow from its mark on, and leaves the speed as it was; a speed that the reader chooses stays', async () => {
    const { runs, showUntil, isAtMark, isOver, playback } = start()
    void runs.start(GREETING.name)
    await showUntil(isAtMark)
    expect(playback().speed).toBe(0.1)
    runs.goOn()
    await showUntil(isOver)
    expect(playback().speed).toBe(1)

    void runs.start(GREETING.name)
    await showUntil(isAtMark)
    playback().setSpeed(0.5)
    runs.goOn()
    await showUntil(isOver)
    expect(playback().speed).toBe(0.5)
  })

  test('takes the place of another', async () => {
    const { runs, showUntil, isAtMark } = start()
    void runs.start(GREETING.name)
    await showUntil(isAtMark)
    void runs.start(OTHER.name)
    expect(await showUntil(isAtMark)).toBe(true)
    expect(runs.state).toMatchObject({ scenario: OTHER.name })
  })

  test('ends where the reader stops it, and what it showed stays', async () => {
    const { page, runs, showUntil, isAtMark } = start()
    void runs.start(GREETING.name)
    await showUntil(isAtMark)
    const { next } = page.trace.log
    runs.stop()
    expect(runs.state).toEqual({ kind: 'none' })
    await showUntil(() => false)
    expect(page.trace.log.next).toBe(next)
  })

  test('says so when the page shows something else meanwhile, or there is no such scenario', async () => {
    const { page, runs, showUntil, isAtMark, isOver } = start()
    void runs.start(GREETING.name)
    await showUntil(isAtMark)
    page.trace.openRecording()
    runs.goOn()
    await showUntil(isOver)
    expect(runs.state).toMatchObject({ trouble: { kind: 'other-trace' } })
    await runs.start('a/none')
    expect(runs.state).toMatchObject({ trouble: { kind: 'unknown' } })
  })
})

describe('a prediction', () => {
  test('is told only when the display has shown what proves it', async () => {
    const { page, runs, predictions, showUntil, isAtMark, playback } = start()
    predictions.choose('a/p', 'no')
    void predictions.lockIn('a/p', GREETING.name)
    predictions.choose('a/p', 'yes')
    await showUntil(isAtMark)
    expect(predictions.stateOf('a/p')).toEqual({ kind: 'locked', choice: 'no' })
    runs.goOn()
    const isTold = () => predictions.stateOf('a/p').kind === 'revealed'
    expect(await showUntil(isTold)).toBe(true)
    expect(playback().cursor).toBeGreaterThan(reaches(page.trace.range(0, page.trace.log.next)) ?? Infinity)
    expect(predictions.stateOf('a/p')).toEqual({ kind: 'revealed', choice: 'no', right: 'yes' })
    expect(predictions.tally).toEqual({ foreseen: 0, revealed: 1 })
  })

  test('is not told when the run ends too early, and can be locked in once more', async () => {
    const { runs, predictions, showUntil, isAtMark } = start()
    predictions.choose('a/p', 'yes')
    void predictions.lockIn('a/p', GREETING.name)
    await showUntil(isAtMark)
    runs.stop()
    await showUntil(() => predictions.stateOf('a/p').kind === 'unproved')
    expect(predictions.stateOf('a/p')).toEqual({ kind: 'unproved', choice: 'yes' })
    void predictions.lockIn('a/p', GREETING.name)
    await showUntil(isAtMark)
    runs.goOn()
    await showUntil(() => predictions.stateOf('a/p').kind === 'revealed')
    expect(predictions.tally).toEqual({ foreseen: 1, revealed: 1 })
  })
})
