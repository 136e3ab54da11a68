import { BrickWall, HeartCrack, Hourglass, IdCard, KeyRound, type LucideProps, Power, Snail } from 'lucide-react'
import type { ComponentType } from 'react'
import type { FaultName } from '#trace'

/** Each fault as the physical thing that it is (ux.md c.9). */
const ICONS: Readonly<Record<FaultName, ComponentType<LucideProps>>> = {
  'block-upgrade': BrickWall,
  'buffer-streaming': Sponge,
  'drop-heart-beats-to-client': HeartCrack,
  'drop-heart-beats-to-server': HeartCrack,
  latency: Snail,
  'slow-reader': Hourglass,
  'wrong-origin': IdCard,
  'bad-token': KeyRound,
  'server-restart': Power,
  'malformed-frame': Crack,
}

/** Where two faults look alike, an arrow says which way: towards the server, or back. */
const DIRECTIONS: Readonly<Partial<Record<FaultName, '→' | '←'>>> = {
  'drop-heart-beats-to-client': '←',
  'drop-heart-beats-to-server': '→',
}

export function FaultIcon({ fault, size }: { readonly fault: FaultName; readonly size: number }) {
  const Icon = ICONS[fault]
  const direction = DIRECTIONS[fault]
  return (
    <>
      {direction === '←' && <span aria-hidden>{direction}</span>}
      <Icon size={size} aria-hidden />
      {direction === '→' && <span aria-hidden>{direction}</span>}
    </>
  )
}

function Sponge({ size }: LucideProps) {
  return (
    <svg width={size} height={size} viewBox="0 0 24 24" fill="none" stroke="currentColor" strokeWidth={2} aria-hidden>
      <rect x={3} y={7} width={18} height={12} rx={4} />
      <circle cx={8} cy={11.5} r={1.4} />
      <circle cx={13.5} cy={14.5} r={1.8} />
      <circle cx={16.8} cy={10.8} r={0.9} />
      <circle cx={8.6} cy={15.8} r={0.8} />
    </svg>
  )
}

function Crack({ size }: LucideProps) {
  return (
    <svg width={size} height={size} viewBox="0 0 24 24" fill="none" stroke="currentColor" strokeWidth={2} aria-hidden>
      <path d="M4 4h9l-3 5 4 3-4 3 3 5H4z" strokeLinejoin="round" />
      <path d="M17 4h3v16h-3l-2-5 3-3-4-3z" strokeLinejoin="round" />
    </svg>
  )
}
