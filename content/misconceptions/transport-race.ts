import type { Misconception } from './misconception.ts'

export const MISCONCEPTIONS: readonly Misconception[] = [{ key: 'sse', metBy: { experiment: '2.4' } }]
