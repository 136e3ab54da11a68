import { expect, test } from 'vitest'
import { createSimulation } from '../simulation.ts'
import { LabVisitor } from './lab-visitor.ts'

test('a lab takes 500 sessions, refuses the next one with a reason, and takes one when one has gone', () => {
  const { lab } = createSimulation()
  const visitors = Array.from({ length: 500 }, () => new LabVisitor(lab))
  expect(visitors.every(({ refusal }) => refusal === null)).toBe(true)
  const { refusal } = new LabVisitor(lab)
  expect(refusal?.status).toBe(503)
  expect(new TextDecoder().decode(refusal?.body)).toBe('This lab already has 500 sessions.')
  expect(lab.sessionCount).toBe(500)
  visitors[0]?.reset()
  expect(new LabVisitor(lab).refusal).toBeNull()
})

test('a full lab still answers its HTTP controllers', () => {
  const { lab } = createSimulation()
  for (let count = 0; count < 500; count++) new LabVisitor(lab)
  const statuses: number[] = []
  lab.handle({
    request: { method: 'POST', path: '/announce', query: '', headers: [], body: new TextEncoder().encode('hi') },
    respond: ({ status }) => statuses.push(status),
    stream: () => expect.fail(),
    upgrade: () => expect.fail(),
  })
  expect(statuses).toEqual([200])
})
