import type { Page } from '../playback/page.ts'
import type { PageUrl } from './page-url.ts'

/** Milliseconds of the lab: a moment that the log reaches no sooner is of another life of the lab. */
const PATIENCE = 3000

/**
 * Takes filter and search from the address, and cursor and selection as soon as the log has them, then keeps them there. A recording is
 * opened at its moment already; one that the address does not name has no moment there.
 */
export function keepPlayback(
  pageUrl: PageUrl,
  { trace, playback, views }: Pick<Page, 'trace' | 'playback' | 'views'>,
): () => void {
  const { seq, select, recording, filter, q } = pageUrl.current
  playback.getState().setFilter(filter ?? '')
  playback.getState().setSearch(q ?? '')
  const needed = Math.max(seq ?? 0, select === null ? 0 : select + 1)
  let waiting = recording === null && (needed > 0 || seq !== null)

  const apply = () => {
    const { log, status } = trace
    const { hello } = status
    if (!waiting || hello === null) return
    const late = (log.at(log.next - 1)?.at ?? 0) > hello.now + PATIENCE
    const reached = log.next >= needed
    const { following, seek, select: choose } = playback.getState()
    waiting = !reached && !late && following
    if (!reached || !following) return
    if (seq !== null) seek(seq)
    if (select !== null) choose(select)
  }
  const keep = () => {
    const { following, cursor, selection, filter: filtered, search } = playback.getState()
    const isNamed = trace.status.connection !== 'recorded' || pageUrl.current.recording !== null
    pageUrl.set({ filter: filtered || null, q: search || null })
    if (!waiting && isNamed) pageUrl.set({ seq: following ? null : cursor, select: selection })
  }
  const stops = [trace.subscribe(apply), views.subscribe(keep)]
  return () => {
    for (const stop of stops) stop()
  }
}
