import { describe, expect, test } from 'vitest'
import { helloLog } from '../projection/hello-log.ts'
import { hasMoment } from '../projection/timeline/time-window.ts'
import { TraceBuilder } from '../projection/trace-builder.ts'
import type { Page } from './page.ts'
import { hello, log, pageWith, recordedPage, restPage, SEND } from './page-on-hello-log.ts'
import { showMarker } from './show-marker.ts'
import { shownWindow, wholeScale } from './timeline-store.ts'

const cursorTime = (page: Page): number => log.at(page.playback.getState().cursor - 1)?.at ?? 0

const shownWindowOf = (page: Page) => {
  const state = page.timeline.getState()
  return shownWindow(state, wholeScale(page.projections.indexes, state), cursorTime(page))
}

describe('markers of the log', () => {
  test('are gone through in both directions, and what the filter hides is passed over', () => {
    const { page, playback } = restPage()
    const { markers } = page.projections.indexes
    const cursors = Array.from({ length: markers.length }, (_, index) => (markers.at(index)?.seq ?? 0) + 1)
    const seen: number[] = []
    for (let presses = 0; presses < cursors.length; presses++) {
      showMarker(page, -1)
      seen.unshift(playback().cursor)
    }
    expect(seen).toEqual(cursors)
    expect(playback().following).toBe(false)
    showMarker(page, -1)
    expect(playback().cursor).toBe(cursors[0])
    showMarker(page, 1)
    expect(playback().cursor).toBe(cursors[1])
    playback().setFilter('type:SEND')
    showMarker(page, 1)
    expect(log.at(playback().cursor - 1)).toMatchObject({ type: 'stomp.frame-decoded', client: 'A' })
  })

  test('bring the cursor back to the part of the timeline that is shown', () => {
    const { page } = restPage()
    page.timeline.getState().show({ from: 100, to: 200 })
    expect(shownWindowOf(page)).toEqual({ from: 100, to: 200 })
    showMarker(page, -1)
    expect(hasMoment(shownWindowOf(page), cursorTime(page))).toBe(true)
  })
})

describe('the part of the timeline that is shown', () => {
  test('goes along with the cursor that is in it, and stands still elsewhere', () => {
    const { page, playback } = restPage()
    const [from, to] = [cursorTime(page) - 0.2, cursorTime(page) + 0.2]
    page.timeline.getState().show({ from, to })
    expect(shownWindowOf(page)).toEqual({ from, to })
    playback().seek(40)
    expect(hasMoment(shownWindowOf(page), cursorTime(page))).toBe(true)
    page.timeline.getState().show({ from, to })
    playback().step()
    expect(shownWindowOf(page)).toEqual({ from, to })
  })
})

describe('pausing at markers', () => {
  test('stops what plays at each of them, and plays on from there', () => {
    const { clock, page, playback } = recordedPage()
    const { markers } = page.projections.indexes
    page.timeline.getState().set({ pausesAtMarkers: true })
    for (const index of [0, 1]) {
      playback().play()
      clock.advance(20_000)
      expect(playback()).toMatchObject({ cursor: (markers.at(index)?.seq ?? 0) + 1, playing: false, moving: false })
    }
    expect(clock.busy).toBe(false)
  })

  test('stops the live picture while the lab goes on, once, where the person looks after it', () => {
    const { clock, page, playback } = restPage()
    page.timeline.getState().set({ pausesAtMarkers: true })
    const builder = new TraceBuilder(helloLog().log)
    builder.close('B')
    const closed = log.next
    builder.sendHello('A', ['A'])
    page.trace.append(builder.log.range(log.next, builder.log.next))
    clock.advance(5_000)
    expect(playback()).toMatchObject({ cursor: closed + 1, following: false, playing: false, live: builder.log.next })
    playback().goLive()
    clock.advance(50)
    expect(playback()).toMatchObject({ cursor: builder.log.next, following: true })
  })

  test('says nothing of what had happened before the page came', () => {
    const { clock, page, playback } = pageWith(SEND)
    expect(playback().following).toBe(true)
    page.timeline.getState().set({ pausesAtMarkers: true })
    page.trace.append(log.range(SEND, SEND + 1))
    clock.advance(5_000)
    expect(playback()).toMatchObject({ cursor: SEND + 1, following: true })
  })
})

describe('marks of the person', () => {
  test('are set at the cursor, called something, come by, and taken away', () => {
    const { page, playback } = restPage()
    const marks = () => page.timeline.getState().marks
    playback().seek(30)
    page.timeline.getState().toggleMark()
    playback().seek(12)
    page.timeline.getState().toggleMark()
    page.timeline.getState().labelMark(30, 'here it breaks')
    expect(marks()).toEqual([
      { cursor: 12, label: '' },
      { cursor: 30, label: 'here it breaks' },
    ])
    playback().seek(29)
    showMarker(page, 1)
    expect(playback().cursor).toBe(30)
    page.timeline.getState().toggleMark()
    page.timeline.getState().removeMark(12)
    expect(marks()).toEqual([])
  })

  test('go with the log that they were set in', () => {
    const { clock, page } = restPage()
    page.timeline.getState().toggleMark()
    page.timeline.getState().show({ from: 1, to: 2 })
    page.trace.open(hello(3, 'two'))
    page.trace.append(log.range(0, 3))
    clock.advance(50)
    expect(page.timeline.getState()).toMatchObject({ marks: [], window: null })
  })
})
