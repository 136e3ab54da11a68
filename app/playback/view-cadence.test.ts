import { describe, expect, test } from 'vitest'
import { VirtualAnimationClock } from '../trace/virtual-animation-clock.ts'
import { ViewCadence } from './view-cadence.ts'

function watched(busy: boolean) {
  const clock = new VirtualAnimationClock()
  const views = new ViewCadence(clock, () => busy)
  const looks: number[] = []
  views.subscribe(() => looks.push(clock.now()))
  return { clock, views, looks }
}

describe('the views', () => {
  test('look at once at what happens by itself while there is little', () => {
    const { views, looks } = watched(false)
    for (let change = 0; change < 5; change++) views.ask()
    expect(looks).toHaveLength(5)
  })

  test('look once a second under load, however much happens, and see the last of it', () => {
    const { clock, views, looks } = watched(true)
    for (let change = 0; change < 1_200; change++) {
      views.ask()
      clock.advance(1)
    }
    expect(looks).toEqual([0, 1_000])
    expect(views.calm).toBe(false)
    clock.advance(1_500)
    expect(views.calm).toBe(true)
    expect(looks.at(-1)).toBeGreaterThan(1_990)
    expect(clock.busy).toBe(false)
  })

  test('look at once at what somebody did, also under load', () => {
    const { views, looks } = watched(true)
    views.ask()
    views.look()
    views.look()
    expect(looks).toHaveLength(3)
  })
})
