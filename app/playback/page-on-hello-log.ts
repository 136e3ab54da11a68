import type { FeedHello } from '#trace'
import { EXAMPLE_CONFIGURATION } from '../projection/example-configuration.ts'
import { helloLog } from '../projection/hello-log.ts'
import { VirtualAnimationClock } from '../trace/virtual-animation-clock.ts'
import { createPage, type Page } from './page.ts'
import type { PlaybackActions, PlaybackState } from './playback-state.ts'

/** What the pages of the tests look at. */
export const { log } = helloLog()

/** Where Ada's message begins. */
export const SEND = log.range(0, log.next).findLast((event) => event.cause === null)?.seq ?? 0

export function hello(next: number, epoch = 'one'): FeedHello {
  const suggestions = { send: [], subscribe: [] }
  return { version: 1, epoch, lab: 'main', config: EXAMPLE_CONFIGURATION, first: 0, next, now: 0, suggestions }
}

interface WatchedPage {
  readonly clock: VirtualAnimationClock
  readonly page: Page
  playback(): PlaybackState & PlaybackActions
}

/** A page that joined when the lab had `history` events, and has shown them. */
export function pageWith(history: number, reducedMotion = false): WatchedPage {
  const clock = new VirtualAnimationClock()
  const page = createPage({ clock, reducedMotion })
  page.trace.open(hello(history))
  page.trace.append(log.range(0, history))
  clock.advance(50)
  return { clock, page, playback: () => page.playback.getState() }
}

/** A page that shows the log as a recording, from its beginning. */
export function recordedPage(): WatchedPage {
  const clock = new VirtualAnimationClock()
  const page = createPage({ clock, reducedMotion: false })
  page.trace.openRecording()
  page.trace.append(log.range(0, log.next))
  page.playback.getState().toStart()
  clock.advance(50)
  return { clock, page, playback: () => page.playback.getState() }
}

export function restPage(): WatchedPage {
  return pageWith(log.next)
}
