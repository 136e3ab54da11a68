import { beforeEach, expect, test } from 'vitest'
import type { LabCommand } from '#trace'
import { ManualClock } from '../backend/manual-clock.ts'
import { PageBreakpoints } from './page-breakpoints.ts'

let clock: ManualClock
let sent: LabCommand[]
let greet: () => void
let breakpoints: PageBreakpoints

beforeEach(() => {
  clock = new ManualClock()
  sent = []
  greet = () => undefined
  breakpoints = new PageBreakpoints({
    backend: {
      async send(command) {
        sent.push(command)
        const isReadable =
          command.command !== 'set-gates' || command.gates.every(({ condition }) => condition !== 'Bob')
        return isReadable ? { ok: true, value: null } : { ok: false, code: 'invalid', message: '' }
      },
      onHello(listener) {
        greet = listener as () => void
        return () => undefined
      },
    },
    clock,
    page: 'p',
  })
})

test('a breakpoint is repeated every five seconds as long as it stands', () => {
  breakpoints.toggle('G1')
  clock.advance(12_000)
  expect(sent).toEqual(Array(3).fill({ command: 'set-gates', gates: [{ gate: 'G1', condition: '' }], page: 'p' }))
  breakpoints.toggle('G1')
  clock.advance(60_000)
  expect(sent).toHaveLength(4)
  expect(sent.at(-1)).toEqual({ command: 'set-gates', gates: [], page: 'p' })
})

test('a lab that comes back is told at once', () => {
  greet()
  expect(sent).toEqual([])
  breakpoints.toggle('G1')
  greet()
  expect(sent).toHaveLength(2)
})

test('a condition that the lab cannot read changes nothing', async () => {
  await breakpoints.set('G1', 'from:B')
  expect(await breakpoints.set('G1', 'Bob')).toBe(false)
  expect(breakpoints.getAll()).toEqual([{ gate: 'G1', condition: 'from:B' }])
  expect(sent.at(-1)).toMatchObject({ gates: [{ condition: 'from:B' }] })
})
