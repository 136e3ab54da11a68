import { describe, expect, it } from 'vitest'
import { ManualClock } from '../backend/manual-clock.ts'
import { formatPageAddress, parsePageAddress } from './page-address.ts'
import { PageUrl } from './page-url.ts'

describe('the address of the page', () => {
  it('is read into what the page knows', () => {
    expect(
      parsePageAddress(
        '?chapter=the-map&seq=12&select=7&lang=vi&theme=dark&lab=room-2&mark=40-first%20try&mark=12&recording=greeting&run=the-map/topic&q=ada+type:SEND',
        '#who',
      ),
    ).toEqual({
      chapter: 'the-map',
      heading: 'who',
      seq: 12,
      select: 7,
      lang: 'vi',
      theme: 'dark',
      view: null,
      lab: 'room-2',
      filter: null,
      q: 'ada type:SEND',
      marks: [
        { cursor: 12, label: '' },
        { cursor: 40, label: 'first try' },
      ],
      recording: 'greeting',
      run: 'the-map/topic',
    })
  })

  it('says nothing where it makes no sense', () => {
    expect(
      parsePageAddress('?chapter=../x&seq=-1&select=x&lang=de&theme=pink&lab=../main&mark=-x&recording=&run=map', '#'),
    ).toEqual({
      chapter: null,
      heading: null,
      seq: null,
      select: null,
      lang: null,
      theme: null,
      view: null,
      lab: 'main',
      filter: null,
      q: null,
      marks: [],
      recording: null,
      run: null,
    })
  })

  it('keeps parameters of others and leaves out what is usual', () => {
    const address = parsePageAddress('?seq=3', '#who')
    expect(formatPageAddress(address, '?other=1&select=9')).toBe('?other=1&seq=3#who')
  })

  it('keeps marks with what they are called', () => {
    const marks = [
      { cursor: 7, label: 'a & b-c' },
      { cursor: 9, label: '' },
    ]
    const address = { ...parsePageAddress('', ''), marks }
    expect(parsePageAddress(formatPageAddress(address, '?mark=3'), '').marks).toEqual(marks)
  })

  it('is replaced once for many changes, and never pushed', () => {
    const replaced: string[] = []
    const clock = new ManualClock()
    const url = new PageUrl(
      {
        location: { search: '?lang=vi', pathname: '/', hash: '#top' },
        history: { state: null, replaceState: (_state, _unused, to) => replaced.push(to) },
      },
      clock,
    )
    url.set({ seq: 1 })
    url.set({ seq: 2 })
    clock.advance(1000)
    expect(replaced).toEqual(['/?lang=vi&seq=2#top'])
  })

  it('is left alone when nothing changes', () => {
    const replaced: string[] = []
    const clock = new ManualClock()
    const url = new PageUrl(
      {
        location: { search: '', pathname: '/', hash: '' },
        history: { state: null, replaceState: (_state, _unused, to) => replaced.push(to) },
      },
      clock,
    )
    url.set({ seq: null })
    clock.advance(1000)
    expect(replaced).toEqual([])
  })
})
