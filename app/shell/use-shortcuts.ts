import { useEffect } from 'react'
import { flushSync } from 'react-dom'
import type { Page } from '../playback/page.ts'
import { usePage } from '../playback/playback-context.tsx'
import type { PlaybackActions, PlaybackState } from '../playback/playback-state.ts'
import { showMarker } from '../playback/show-marker.ts'
import { showMatch } from '../playback/show-match.ts'
import type { TimelineActions } from '../playback/timeline-store.ts'
import { type FocusRegion, focusFirstControl, SEARCH_FIELD } from './focus-first-control.ts'
import { PAGE_VIEWS, type PageView } from './page-view.ts'
import { usePreferences } from './preferences-context.ts'
import { actionFor, type FocusKind, type ShortcutAction, usesKey } from './shortcuts.ts'

/** What the page itself does. */
const PAGE_ACTIONS = ['help', 'break-it', 'clear-faults', 'release', 'release-all'] as const
type PageAction = (typeof PAGE_ACTIONS)[number]

/** `clients`, `timeline`, `inspector` and `search` bring them to sight. */
export type ShellActions = Readonly<Record<PageAction | FocusRegion | 'backOut', () => void>>

/** What moves in the timeline, which is brought to sight for it. */
const ZOOM_ACTIONS = {
  'zoom-in': (timeline: TimelineActions) => timeline.zoom(0.5),
  'zoom-out': (timeline: TimelineActions) => timeline.zoom(2),
  'zoom-all': (timeline: TimelineActions) => timeline.show(null),
} as const
type ZoomAction = keyof typeof ZOOM_ACTIONS

type PlaybackAction = Exclude<
  ShortcutAction,
  PageAction | ZoomAction | 'focus-clients' | 'inspect' | 'timeline' | 'search' | 'filter' | 'next-view'
>

const PLAYBACK_ACTIONS: Readonly<
  Record<PlaybackAction, (playback: PlaybackState & PlaybackActions, page: Page) => void>
> = {
  'play-or-pause': (playback) => (playback.playing ? playback.pause() : playback.play()),
  step: (playback) => playback.step(),
  'step-back': (playback) => playback.stepBack(),
  'next-message': (playback) => playback.nextMessage(),
  'previous-message': (playback) => playback.previousMessage(),
  slower: (playback) => playback.slower(),
  faster: (playback) => playback.faster(),
  'to-start': (playback) => playback.toStart(),
  'go-live': (playback) => playback.goLive(),
  'previous-match': (_, page) => showMatch(page, -1),
  'next-match': (_, page) => showMatch(page, 1),
  'previous-marker': (_, page) => showMarker(page, -1),
  'next-marker': (_, page) => showMarker(page, 1),
  mark: (_, page) => page.timeline.getState().toggleMark(),
}

/** The keys of shortcuts.ts, wherever the focus is, unless the focused control uses them itself. */
export function useShortcuts(actions: ShellActions): void {
  const page = usePage()
  const { view } = usePreferences()
  useEffect(() => {
    const onKeyDown = (keyDown: KeyboardEvent) => {
      if (keyDown.defaultPrevented) return
      if (keyDown.key === 'Escape') {
        // The browser closes a popover itself.
        if (document.querySelector(':popover-open') === null) actions.backOut()
        return
      }
      const action = actionFor(keyDown)
      if (action === null || usesKey(focusKindOf(document.activeElement), keyDown.key)) return
      keyDown.preventDefault()
      if (isPageAction(action)) actions[action]()
      else if (action === 'next-view') view.set(nextView(view.get()))
      else if (action === 'focus-clients') {
        flushSync(actions.clients)
        focusFirstControl('clients')
      } else if (action === 'inspect') {
        flushSync(actions.inspector)
        focusFirstControl('inspector')
      } else if (action === 'search') {
        flushSync(actions.search)
        focusFirstControl('search', SEARCH_FIELD)
      } else if (action === 'timeline' || action === 'filter') {
        flushSync(actions.timeline)
        focusFirstControl('timeline', action === 'filter' ? SEARCH_FIELD : 'button[data-seq][tabindex="0"]')
      } else if (isZoomAction(action)) {
        flushSync(actions.timeline)
        ZOOM_ACTIONS[action](page.timeline.getState())
      } else PLAYBACK_ACTIONS[action](page.playback.getState(), page)
    }
    document.addEventListener('keydown', onKeyDown)
    return () => document.removeEventListener('keydown', onKeyDown)
  }, [page, view, actions])
}

function isPageAction(action: ShortcutAction): action is PageAction {
  return (PAGE_ACTIONS as readonly string[]).includes(action)
}

function isZoomAction(action: ShortcutAction): action is ZoomAction {
  return action in ZOOM_ACTIONS
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

function nextView(view: PageView): PageView {
  return PAGE_VIEWS[(PAGE_VIEWS.indexOf(view) + 1) % PAGE_VIEWS.length] ?? 'flow'
}
