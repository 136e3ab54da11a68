import { useEffect } from 'react'
import { usePage } from '../playback/playback-context.tsx'
import type { PlaybackActions, PlaybackState } from '../playback/playback-state.ts'
import { actionFor, type FocusKind, type ShortcutAction, usesKey } from './shortcuts.ts'

interface ShellActions {
  readonly help: () => void
  readonly inspect: () => void
  readonly backOut: () => void
}

type PlaybackAction = Exclude<ShortcutAction, 'help' | 'inspect' | 'focus-clients'>

const PLAYBACK_ACTIONS: Readonly<Record<PlaybackAction, (playback: PlaybackState & PlaybackActions) => void>> = {
  'play-or-pause': (playback) => (playback.playing ? playback.pause() : playback.play()),
  step: (playback) => playback.step(),
  'step-back': (playback) => playback.stepBack(),
  'next-message': (playback) => playback.nextMessage(),
  'previous-message': (playback) => playback.previousMessage(),
  slower: (playback) => playback.slower(),
  faster: (playback) => playback.faster(),
  'to-start': (playback) => playback.toStart(),
  'go-live': (playback) => playback.goLive(),
}

/** The keys of shortcuts.ts, wherever the focus is, unless the focused control uses them itself. */
export function useShortcuts({ help, inspect, backOut }: ShellActions): void {
  const { playback } = usePage()
  useEffect(() => {
    const onKeyDown = (keyDown: KeyboardEvent) => {
      if (keyDown.defaultPrevented) return
      if (keyDown.key === 'Escape') return backOut()
      const action = actionFor(keyDown)
      if (action === null || usesKey(focusKindOf(document.activeElement), keyDown.key)) return
      keyDown.preventDefault()
      if (action === 'help') help()
      else if (action === 'inspect') inspect()
      else if (action === 'focus-clients') focusClients()
      else PLAYBACK_ACTIONS[action](playback.getState())
    }
    document.addEventListener('keydown', onKeyDown)
    return () => document.removeEventListener('keydown', onKeyDown)
  }, [playback, help, inspect, backOut])
}

const TEXT_CONTROLS =
  'input:not([type="range"], [type="checkbox"], [type="radio"]), textarea, select, [contenteditable="true"]'
const BUTTON_CONTROLS = 'button, a, summary, [role="button"], [role="switch"], [role="tab"], input, [data-seq]'

function focusKindOf(element: Element | null): FocusKind {
  if (element === null) return 'other'
  if (element.matches(TEXT_CONTROLS)) return 'text'
  if (element.matches('[type="range"], [role="slider"], [role="separator"], [role="tab"]')) return 'slider'
  return element.matches(BUTTON_CONTROLS) ? 'button' : 'other'
}

function focusClients(): void {
  const region = document.querySelector('[data-region="clients"]')
  region?.querySelector<HTMLElement>('button, input, select, textarea')?.focus()
}
