import {
  Flag,
  Hand,
  HeartCrack,
  type LucideIcon,
  OctagonX,
  Play,
  Plug,
  RotateCcw,
  Rss,
  Scissors,
  Send,
  Settings2,
  StickyNote,
  TriangleAlert,
  Unplug,
  Zap,
  ZapOff,
} from 'lucide-react'
import type { MarkerKind } from '../projection/timeline/timeline-marker.ts'

const ICONS: Readonly<Record<MarkerKind | 'placed', LucideIcon>> = {
  opened: Plug,
  refused: OctagonX,
  subscribed: Rss,
  'first-message': Send,
  error: TriangleAlert,
  'beat-late': HeartCrack,
  'beat-missed': HeartCrack,
  closed: Unplug,
  'fault-on': Zap,
  'fault-off': ZapOff,
  held: Hand,
  'let-go': Play,
  configured: Settings2,
  restarted: RotateCcw,
  killed: Scissors,
  noted: StickyNote,
  placed: Flag,
}

export function MarkerIcon({ kind }: { readonly kind: MarkerKind | 'placed' }) {
  const Icon = ICONS[kind]
  return <Icon size={16} aria-hidden />
}
