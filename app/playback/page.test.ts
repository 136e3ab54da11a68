import { describe, expect, test } from 'vitest'
import { TRAVEL_MS } from '../projection/display-timing.ts'
import { helloLog } from '../projection/hello-log.ts'
import { TraceBuilder } from '../projection/trace-builder.ts'
import type { Page } from './page.ts'
import { hello, log, pageWith, recordedPage, restPage, SEND } from './page-on-hello-log.ts'

const position = (page: Page) => page.projections.indexes.steps.stepsAt(page.playback.getState().cursor)

describe('following', () => {
  test('what had happened before the page came is shown at once, at rest', () => {
    const { clock, page, playback } = restPage()
    expect(playback().cursor).toBe(log.next)
    expect(playback().following).toBe(true)
    expect(page.tokens.tokens()).toEqual([])
    expect(clock.busy).toBe(false)
  })

  test('what happens then is shown hop by hop, and then nothing moves and no frame is asked for', () => {
    const { clock, page, playback } = pageWith(SEND)
    page.trace.append(log.range(SEND, log.next))
    clock.advance(20)
    expect(playback().moving).toBe(true)
    clock.advance(TRAVEL_MS / 2)
    expect(playback().cursor).toBe(SEND)
    expect(page.tokens.tokens().map(({ edge }) => edge)).toEqual(['client:A>webSocketSession'])
    clock.advance(TRAVEL_MS)
    expect(playback().cursor).toBe(SEND + 1)
    clock.advance(5_000)
    expect(playback()).toMatchObject({ cursor: log.next, following: true, moving: false })
    expect(page.tokens.tokens()).toEqual([])
    expect(clock.busy).toBe(false)
    const { displayTime } = playback()
    clock.advance(1_000)
    expect(playback().displayTime).toBe(displayTime)
  })

  test('a heart-beat is counted without anything moving', () => {
    const { clock, page, playback } = restPage()
    const builder = new TraceBuilder(helloLog().log)
    builder.wait(10_000).beat('A')
    page.trace.append(builder.log.range(log.next, builder.log.next))
    clock.advance(20)
    expect(playback()).toMatchObject({ cursor: builder.log.next, moving: false })
    expect(clock.busy).toBe(false)
  })

  test('a page that was hidden catches up at once when it is seen again, without going back', () => {
    const { clock, page, playback } = pageWith(SEND)
    page.trace.append(log.range(SEND, log.next))
    clock.advance(400)
    const { cursor } = playback()
    clock.advance(60_000, 60_000)
    clock.advance(20)
    expect(cursor).toBeLessThan(log.next)
    expect(playback()).toMatchObject({ cursor: log.next, following: true, moving: false })
  })

  test('another life of the lab is followed from its beginning', () => {
    const { clock, page, playback } = restPage()
    playback().pause()
    playback().select(7)
    page.trace.open(hello(3, 'two'))
    page.trace.append(log.range(0, 3))
    clock.advance(50)
    expect(playback()).toMatchObject({ cursor: 3, following: true, generation: 1, selection: null })
  })

  test('the same steps come at the same times under reduced motion, which only says so', () => {
    const { page } = pageWith(SEND, true)
    expect(page.tokens.still).toBe(true)
  })
})

describe('a person', () => {
  test('steps back and forth through equal states', () => {
    const { page, playback } = restPage()
    const states = new Map<number, unknown>()
    const captions = new Map<number, unknown>()
    for (let count = 0; count < 12; count++) {
      playback().stepBack()
      states.set(position(page), structuredClone(page.inspection.state()))
      captions.set(position(page), page.projections.captionAt(playback().cursor))
    }
    expect(playback()).toMatchObject({ following: false, playing: false })
    for (let count = 0; count < 11; count++) {
      playback().step()
      expect(page.inspection.state()).toEqual(states.get(position(page)))
      expect(page.projections.captionAt(playback().cursor)).toEqual(captions.get(position(page)))
    }
  })

  test('sees the one hop that a step makes, and then it stands', () => {
    const { clock, page, playback } = restPage()
    playback().seek(SEND)
    expect(page.tokens.tokens()).toEqual([])
    playback().step()
    expect(playback().cursor).toBe(SEND + 1)
    clock.advance(TRAVEL_MS / 2)
    expect(page.tokens.tokens()).toMatchObject([{ seq: SEND, edge: 'client:A>webSocketSession' }])
    clock.advance(TRAVEL_MS)
    expect(page.tokens.tokens()).toEqual([])
    expect(playback()).toMatchObject({ cursor: SEND + 1, moving: false })
    expect(clock.busy).toBe(false)
  })

  test('steps as often as the button is pressed, however slow the hop is', () => {
    const { page, playback } = restPage()
    playback().setSpeed(0.05)
    playback().seek(SEND)
    const before = position(page)
    for (let count = 0; count < 5; count++) playback().step()
    expect(position(page)).toBe(before + 5)
  })

  test('pauses with the tokens under way, and plays on from there', () => {
    const { clock, page, playback } = pageWith(SEND)
    page.trace.append(log.range(SEND, log.next))
    clock.advance(200)
    playback().pause()
    const tokens = page.tokens.tokens()
    expect(tokens).toHaveLength(1)
    clock.advance(1_000)
    expect(page.tokens.tokens()).toEqual(tokens)
    expect(clock.busy).toBe(false)
    playback().play()
    clock.advance(100)
    expect(page.tokens.tokens()[0]?.t).toBeGreaterThan(tokens[0]?.t ?? 1)
  })

  test('plays from the cursor, and is live again at the end', () => {
    const { clock, playback } = restPage()
    playback().seek(SEND)
    playback().play()
    expect(playback().following).toBe(false)
    clock.advance(TRAVEL_MS * 2)
    expect(playback().cursor).toBeGreaterThan(SEND)
    expect(playback().cursor).toBeLessThan(log.next)
    clock.advance(10_000)
    expect(playback()).toMatchObject({ cursor: log.next, following: true, playing: true })
  })

  test('plays slower and faster', () => {
    const { clock, playback } = restPage()
    playback().seek(SEND)
    playback().setSpeed(0.1)
    playback().play()
    clock.advance(TRAVEL_MS * 5)
    expect(playback().cursor).toBe(SEND)
    playback().setSpeed('max')
    clock.advance(20)
    expect(playback().cursor).toBe(log.next)
  })

  test('is not taken along by live traffic', () => {
    const { clock, page, playback } = pageWith(SEND)
    playback().pause()
    page.trace.append(log.range(SEND, log.next))
    clock.advance(5_000)
    expect(playback()).toMatchObject({ cursor: SEND, live: log.next, following: false })
  })

  test('goes live at once, without replaying what was missed', () => {
    const { clock, page, playback } = restPage()
    playback().toStart()
    playback().goLive()
    expect(playback()).toMatchObject({ cursor: log.next, following: true, moving: false })
    expect(page.tokens.tokens()).toEqual([])
    expect(clock.busy).toBe(false)
  })

  test('goes from message to message', () => {
    const { page, playback } = restPage()
    const shown = () => page.projections.routeAt(playback().cursor).message
    playback().previousMessage()
    expect(shown()).toBe(5)
    expect(playback().cursor).toBe(SEND + 1)
    playback().previousMessage()
    expect(shown()).toBe(4)
    playback().nextMessage()
    expect([shown(), playback().cursor]).toEqual([5, SEND + 1])
    playback().nextMessage()
    expect(playback().cursor).toBe(log.next)
  })

  test('shows the step of an event and chooses it', () => {
    const { page, playback } = restPage()
    playback().showStepOf(SEND + 2)
    expect(playback().selection).toBe(SEND + 2)
    expect(position(page)).toBe(page.projections.indexes.steps.stepOf(SEND + 2))
  })
})

describe('a staging', () => {
  test('holds the display, then shows a part within its time', async () => {
    const { clock, page, playback } = pageWith(1)
    playback().hold()
    page.trace.append(log.range(1, log.next))
    clock.advance(1_000)
    expect(playback().cursor).toBe(1)
    let shown: boolean | null = null
    const staged = playback()
      .playWithin(SEND, 4_000)
      .then((whole) => {
        shown = whole
      })
    clock.advance(3_900)
    expect(playback().cursor).toBeLessThan(SEND)
    clock.advance(150)
    expect(playback().cursor).toBeGreaterThanOrEqual(SEND)
    await staged
    expect(shown).toBe(true)
    clock.advance(10_000)
    expect(playback()).toMatchObject({ cursor: log.next, following: true })
  })

  test('ends with whatever the person does, and nothing is lost', async () => {
    const { clock, page, playback } = pageWith(1)
    playback().hold()
    page.trace.append(log.range(1, log.next))
    clock.advance(20)
    const staged = playback().playWithin(log.next, 4_000)
    clock.advance(500)
    playback().pause()
    expect(await staged).toBe(false)
    playback().goLive()
    expect(playback().cursor).toBe(log.next)
  })

  test('an announcement stands until there is news', () => {
    const { clock, page, playback } = pageWith(SEND)
    const yourTurn = { key: 'clients.first-run-your-turn', params: {} }
    playback().announce(yourTurn)
    clock.advance(1_000)
    expect(playback().announcement).toEqual(yourTurn)
    page.trace.append(log.range(SEND, log.next))
    clock.advance(TRAVEL_MS + 50)
    expect(playback().announcement).toBeNull()
  })

  test('what had happened before the page came is no news', () => {
    const { clock, page, playback } = pageWith(0)
    const nothingYet = { key: 'clients.first-run-nothing', params: {} }
    page.trace.lose()
    page.trace.open(hello(SEND))
    playback().announce(nothingYet)
    page.trace.append(log.range(0, SEND))
    clock.advance(50)
    expect(playback()).toMatchObject({ cursor: SEND, announcement: nothingYet })
  })
})

describe('window.frameflow', () => {
  test('reads the trace and moves nothing but the cursor', () => {
    const { page } = restPage()
    const { inspection } = page
    expect(inspection.version).toBe(1)
    expect(inspection.events()).toHaveLength(log.next)
    expect(inspection.events(3, 5).map(({ seq }) => seq)).toEqual([3, 4])
    inspection.seek(40)
    expect([inspection.cursor, inspection.following]).toEqual([40, false])
    expect(inspection.tokensAt(inspection.displayTime)).toEqual([])
  })

  test('equal cursors give deeply equal states, as plain JSON', () => {
    const { inspection } = restPage().page
    inspection.seek(60)
    const state = inspection.state()
    inspection.seek(10)
    inspection.seek(60)
    expect(inspection.state()).toEqual(state)
    expect(JSON.parse(JSON.stringify(state))).toEqual(state)
  })
})

describe('a recording', () => {
  test('stands still until it is played, and is over at its end', () => {
    const { clock, playback } = recordedPage()
    expect(playback()).toMatchObject({ cursor: 0, playing: false, following: false, moving: false })
    playback().play()
    clock.advance(60_000)
    expect(playback()).toMatchObject({ cursor: log.next, playing: false, following: false, moving: false })
    expect(clock.busy).toBe(false)
  })

  test('is played again from its beginning', () => {
    const { clock, playback } = recordedPage()
    playback().goLive()
    expect(playback()).toMatchObject({ cursor: log.next, playing: false, following: false })
    playback().play()
    expect(playback()).toMatchObject({ cursor: 0, playing: true })
    clock.advance(60_000)
    expect(playback()).toMatchObject({ cursor: log.next, playing: false })
  })
})
