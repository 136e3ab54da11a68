import type { Page } from '../playback/page.ts'
import type { PageUrl } from './page-url.ts'

/** Takes the cursor and the selection from the address as soon as the log has them, then keeps them there. */
export function keepPlayback(pageUrl: PageUrl, { trace, playback }: Pick<Page, 'trace' | 'playback'>): () => void {
  const wanted = pageUrl.current
  const needed = Math.max(wanted.seq ?? 0, wanted.select === null ? 0 : wanted.select + 1)
  let applied = wanted.seq === null && wanted.select === null

  const apply = () => {
    const { epoch, history, log } = trace
    if (applied || epoch === null || log.next < Math.min(history, needed)) return
    applied = true
    if (wanted.seq !== null) playback.getState().seek(wanted.seq)
    if (wanted.select !== null) playback.getState().select(wanted.select)
  }
  const keep = () => {
    const { following, cursor, selection } = playback.getState()
    if (applied) pageUrl.set({ seq: following ? null : cursor, select: selection })
  }
  const stops = [trace.subscribe(apply), playback.subscribe(keep)]
  return () => {
    for (const stop of stops) stop()
  }
}
