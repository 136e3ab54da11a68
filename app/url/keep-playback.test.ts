import { describe, expect, it } from 'vitest'
import type { FeedHello, TraceEvent } from '#trace'
import { ManualClock } from '../backend/manual-clock.ts'
import { createPage } from '../playback/page.ts'
import { EXAMPLE_CONFIGURATION } from '../projection/example-configuration.ts'
import { VirtualAnimationClock } from '../trace/virtual-animation-clock.ts'
import { keepPlayback } from './keep-playback.ts'
import { PageUrl } from './page-url.ts'

const HELLO: FeedHello = {
  version: 1,
  epoch: 'one',
  lab: 'main',
  config: EXAMPLE_CONFIGURATION,
  first: 0,
  next: 0,
  now: 0,
  suggestions: { send: [], subscribe: [] },
}

function mark(seq: number, at: number): TraceEvent {
  return {
    seq,
    at,
    cause: null,
    client: null,
    session: null,
    thread: null,
    type: 'mark.added',
    station: 'application',
    label: '',
    by: '',
  }
}

function start(search: string) {
  const clock = new ManualClock()
  const pictures = new VirtualAnimationClock()
  const addresses: string[] = []
  const page = createPage({ clock: pictures, reducedMotion: false })
  const pageUrl = new PageUrl(
    {
      location: { search, pathname: '/', hash: '' },
      history: { state: null, replaceState: (_state, _unused, to) => addresses.push(to) },
    },
    clock,
  )
  keepPlayback(pageUrl, page)
  page.trace.open(HELLO)
  const happen = (...events: readonly TraceEvent[]) => {
    page.trace.append(events)
    pictures.advance(50)
    clock.advance(1000)
  }
  return { page, addresses, happen, playback: () => page.playback.getState() }
}

describe('the playback in the address', () => {
  it('stands at the named moment as soon as the log has it', () => {
    const { playback, happen } = start('?seq=2&select=1')
    happen(mark(0, 1))
    expect(playback().following).toBe(true)
    happen(mark(1, 2), mark(2, 3))
    expect(playback()).toMatchObject({ following: false, cursor: 2, selection: 1 })
  })

  it('does not wait for a moment that does not come', () => {
    const { playback, happen } = start('?seq=2')
    happen(mark(0, 5000))
    happen(mark(1, 6000), mark(2, 7000))
    expect(playback().following).toBe(true)
  })

  it('is none of a recording that the address does not name', () => {
    const { page, addresses, happen } = start('?chapter=map&seq=9')
    page.trace.openRecording()
    happen(mark(0, 1), mark(1, 2))
    page.playback.getState().seek(1)
    happen()
    expect(addresses).toEqual([])
  })

  it('is kept for a recording that it names', () => {
    const { page, addresses, happen } = start('?recording=greeting')
    page.trace.openRecording()
    happen(mark(0, 1), mark(1, 2))
    page.playback.getState().seek(1)
    happen()
    expect(addresses.at(-1)).toBe('/?recording=greeting&seq=1')
  })

  it('has what is filtered and searched for, and forgets what is not any more', () => {
    const { addresses, happen, playback } = start('?filter=from:A&q=type:SEND')
    expect(playback()).toMatchObject({ filter: 'from:A', search: 'type:SEND', sought: 'type:SEND' })
    happen(mark(0, 1))
    expect(addresses).toEqual([])
    playback().setSearch('ada')
    happen(mark(1, 2))
    playback().setSearch('')
    playback().setFilter('')
    happen(mark(2, 3))
    expect(addresses).toEqual(['/?filter=from%3AA&q=ada', '/'])
  })

  it('is written when the person stands still, and not while the page follows', () => {
    const { page, addresses, happen } = start('?chapter=map')
    happen(mark(0, 1), mark(1, 2))
    page.playback.getState().seek(1)
    happen()
    page.playback.getState().goLive()
    happen()
    expect(addresses).toEqual(['/?chapter=map&seq=1', '/?chapter=map'])
  })
})
