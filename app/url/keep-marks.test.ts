import { expect, test } from 'vitest'
import { ManualClock } from '../backend/manual-clock.ts'
import { createPage } from '../playback/page.ts'
import { hello, log, pageWith } from '../playback/page-on-hello-log.ts'
import { VirtualAnimationClock } from '../trace/virtual-animation-clock.ts'
import { keepMarks } from './keep-marks.ts'
import { PageUrl } from './page-url.ts'

const addressBar = (search: string) => {
  const written: string[] = []
  const clock = new ManualClock()
  const bar = {
    location: { search, pathname: '/', hash: '' },
    history: { state: null, replaceState: (_state: unknown, _unused: string, to: string) => written.push(to) },
  }
  return { written, clock, url: new PageUrl(bar, clock) }
}

test('marks of the address are there before the log is, but those that the lab has not come to', () => {
  const clock = new VirtualAnimationClock()
  const page = createPage({ clock, reducedMotion: false })
  keepMarks(addressBar(`?mark=5-five&mark=${log.next + 1}`).url, page)
  expect(page.timeline.getState().marks).toHaveLength(2)
  page.trace.open(hello(log.next))
  clock.advance(50)
  expect(page.timeline.getState().marks).toEqual([{ cursor: 5, label: 'five' }])
})

test('a mark is in the address as soon as it is set, and out of it with it', () => {
  const { page } = pageWith(log.next)
  const { written, clock, url } = addressBar('')
  keepMarks(url, page)
  page.timeline.getState().toggleMark()
  clock.advance(300)
  page.timeline.getState().toggleMark()
  clock.advance(300)
  expect(written).toEqual([`/?mark=${log.next}`, '/'])
})
