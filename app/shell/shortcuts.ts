import type { PhraseKey } from '../../content/phrases/index.ts'

/** What a key can do from anywhere on the page. */
export type ShortcutAction =
  | 'play-or-pause'
  | 'step'
  | 'step-back'
  | 'next-message'
  | 'previous-message'
  | 'slower'
  | 'faster'
  | 'to-start'
  | 'go-live'
  | 'focus-clients'
  | 'inspect'
  | 'timeline'
  | 'previous-marker'
  | 'next-marker'
  | 'mark'
  | 'zoom-in'
  | 'zoom-out'
  | 'zoom-all'
  | 'next-view'
  | 'search'
  | 'next-match'
  | 'previous-match'
  | 'filter'
  | 'break-it'
  | 'clear-faults'
  | 'release'
  | 'release-all'
  | 'help'

export interface Shortcut {
  /** As `KeyboardEvent.key`. */
  readonly key: string
  readonly shift?: true
  readonly action: ShortcutAction
}

/** ux.md c.13, as far as its features exist. The help panel is drawn from the same table. */
export const SHORTCUTS: readonly Shortcut[] = [
  { key: ' ', action: 'play-or-pause' },
  { key: 'ArrowRight', action: 'step' },
  { key: 'ArrowLeft', action: 'step-back' },
  { key: 'ArrowRight', shift: true, action: 'next-message' },
  { key: 'ArrowLeft', shift: true, action: 'previous-message' },
  { key: ',', action: 'slower' },
  { key: '.', action: 'faster' },
  { key: 'Home', action: 'to-start' },
  { key: 'End', action: 'go-live' },
  { key: 'c', action: 'focus-clients' },
  { key: 'i', action: 'inspect' },
  { key: 't', action: 'timeline' },
  { key: '[', action: 'previous-marker' },
  { key: ']', action: 'next-marker' },
  { key: 'm', action: 'mark' },
  { key: '+', action: 'zoom-in' },
  { key: '-', action: 'zoom-out' },
  { key: '0', action: 'zoom-all' },
  { key: 'v', action: 'next-view' },
  { key: '/', action: 'search' },
  { key: 'n', action: 'next-match' },
  { key: 'n', shift: true, action: 'previous-match' },
  { key: 'f', action: 'filter' },
  { key: 'x', action: 'break-it' },
  { key: 'x', shift: true, action: 'clear-faults' },
  { key: 'Enter', action: 'release' },
  { key: 'Enter', shift: true, action: 'release-all' },
  { key: '?', action: 'help' },
]

export const SHORTCUT_PHRASES: Readonly<Record<ShortcutAction, PhraseKey>> = {
  'play-or-pause': 'shell.shortcut-play',
  step: 'shell.shortcut-step',
  'step-back': 'shell.shortcut-step-back',
  'next-message': 'shell.shortcut-next-message',
  'previous-message': 'shell.shortcut-previous-message',
  slower: 'shell.shortcut-slower',
  faster: 'shell.shortcut-faster',
  'to-start': 'shell.shortcut-start',
  'go-live': 'shell.shortcut-live',
  'focus-clients': 'shell.shortcut-clients',
  inspect: 'shell.shortcut-inspect',
  timeline: 'shell.shortcut-timeline',
  'previous-marker': 'shell.shortcut-previous-marker',
  'next-marker': 'shell.shortcut-next-marker',
  mark: 'shell.shortcut-mark',
  'zoom-in': 'shell.shortcut-zoom-in',
  'zoom-out': 'shell.shortcut-zoom-out',
  'zoom-all': 'shell.shortcut-zoom-all',
  'next-view': 'shell.shortcut-view',
  search: 'shell.shortcut-search',
  'next-match': 'shell.shortcut-next-match',
  'previous-match': 'shell.shortcut-previous-match',
  filter: 'shell.shortcut-filter',
  'break-it': 'shell.shortcut-break-it',
  'clear-faults': 'shell.shortcut-clear-faults',
  release: 'shell.shortcut-release',
  'release-all': 'shell.shortcut-release-all',
  help: 'shell.shortcut-help',
}

export interface PressedKey {
  readonly key: string
  readonly shiftKey: boolean
  readonly altKey: boolean
  readonly ctrlKey: boolean
  readonly metaKey: boolean
}

/**
 * Shift counts for keys with a name, and for a letter that has an action of its own with Shift: any other letter may be
 * typed in either case, and `?` needs Shift on many keyboards.
 */
export function actionFor(pressed: PressedKey): ShortcutAction | null {
  if (pressed.altKey || pressed.ctrlKey || pressed.metaKey) return null
  const isNamed = pressed.key.length > 1
  const key = isNamed ? pressed.key : pressed.key.toLowerCase()
  const ofKey = SHORTCUTS.filter((shortcut) => shortcut.key === key)
  const exact = ofKey.find(({ shift = false }) => shift === pressed.shiftKey)
  return (exact ?? (isNamed ? undefined : ofKey[0]))?.action ?? null
}

/** What a focused element does with keys of its own. */
export type FocusKind = 'text' | 'button' | 'slider' | 'other'

const BUTTON_KEYS: ReadonlySet<string> = new Set([' ', 'Enter'])
const SLIDER_KEYS: ReadonlySet<string> = new Set(['ArrowLeft', 'ArrowRight', 'Home', 'End'])

/** WCAG 2.1.4: a key does nothing of ours where the focused control uses it. */
export function usesKey(focused: FocusKind, key: string): boolean {
  if (focused === 'text') return true
  if (focused === 'button') return BUTTON_KEYS.has(key)
  return focused === 'slider' && SLIDER_KEYS.has(key)
}
