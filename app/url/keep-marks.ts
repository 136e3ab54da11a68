import type { Page } from '../playback/page.ts'
import type { PageUrl } from './page-url.ts'

/**
 * Takes the person's marks from the address, then keeps them there. What the lab has not come to when it greets was
 * marked in another life of it.
 */
export function keepMarks(pageUrl: PageUrl, { trace, timeline }: Pick<Page, 'trace' | 'timeline'>): () => void {
  timeline.getState().setMarks(pageUrl.current.marks)
  const stopGreeting = trace.subscribe(() => {
    const { hello } = trace.status
    if (hello === null) return
    stopGreeting()
    const { marks, setMarks } = timeline.getState()
    setMarks(marks.filter(({ cursor }) => cursor <= hello.next))
  })
  const stopKeeping = timeline.subscribe(({ marks }) => pageUrl.set({ marks }))
  return () => {
    stopGreeting()
    stopKeeping()
  }
}
