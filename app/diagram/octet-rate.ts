import type { Phrasebook } from '../language/phrasebook.tsx'

/** From so many octets on. */
const UNITS = [
  [1_000_000, 'MB'],
  [1_000, 'kB'],
  [0, 'B'],
] as const

/** As `1.2 kB/s`. */
export function octetRate(octetsPerSecond: number, { t, number }: Pick<Phrasebook, 't' | 'number'>): string {
  const [size, unit] = UNITS.find(([least]) => octetsPerSecond >= least) ?? [0, 'B']
  const count = size === 0 ? number(octetsPerSecond, 'whole') : number(octetsPerSecond / size, 'tenths')
  return t('diagram.octet-rate', { count, unit })
}
