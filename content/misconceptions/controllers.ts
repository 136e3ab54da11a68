import type { Misconception } from './misconception.ts'

export const MISCONCEPTIONS: readonly Misconception[] = [
  { key: 'json', metBy: { prediction: 'controllers/json-for-a-string' } },
  { key: 'submap', metBy: { prediction: 'controllers/one-answer-or-many' } },
]
