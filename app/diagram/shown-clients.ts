import type { ClientTag } from '#trace'
import type { ClientState } from '../projection/lab-state.ts'
import { MOST_CLIENTS } from './diagram-layout.ts'

/**
 * Whose cards stand at the left: the page's own clients from the start, so that nothing moves when they connect, then
 * those that the lab has seen. Where there is no room, who has left without being ours goes first.
 */
export function shownClients(own: readonly ClientTag[], seen: readonly ClientState[]): readonly ClientTag[] {
  const others = seen.filter(({ tag }) => !own.includes(tag))
  const all = [...own, ...others.map(({ tag }) => tag)]
  const present = [...own, ...others.filter(({ status }) => status !== 'closed').map(({ tag }) => tag)]
  return (all.length > MOST_CLIENTS ? present : all).toSorted(byTag)
}

/** Letters before the longer tags of a class. */
function byTag(a: ClientTag, b: ClientTag): number {
  return a.length - b.length || (a < b ? -1 : 1)
}
