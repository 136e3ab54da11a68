import { describe, expect, it } from 'vitest'
import type { FeedHello } from '#trace'
import greeting from '../../content/recordings/greeting.jsonl?raw'
import { type FeedSocketHandlers, LiveBackend } from '../backend/live.ts'
import { ManualClock } from '../backend/manual-clock.ts'
import type { RecordingFile } from '../backend/recorded.ts'
import * as reader from '../backend/recorded.ts'
import { createPage } from '../playback/page.ts'
import { EXAMPLE_CONFIGURATION } from '../projection/example-configuration.ts'
import { VirtualAnimationClock } from '../trace/virtual-animation-clock.ts'
import { type RecordingReader, Recordings } from './recordings.ts'

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

const LINES = greeting.trimEnd().split('\n')
const EVENTS = LINES.length - 1
const BEGINNING = { seq: null, select: null }

function file(name: string, text: string, size = text.length): RecordingFile {
  return { name, size, text: async () => text }
}

function start(loadReader: () => Promise<RecordingReader> = async () => reader) {
  const clock = new ManualClock()
  const pictures = new VirtualAnimationClock()
  const page = createPage({ clock: pictures, reducedMotion: false })
  const feeds: FeedSocketHandlers[] = []
  const backend = new LiveBackend({
    openSocket: (handlers) => {
      feeds.push(handlers)
      return { send: () => undefined, close: () => undefined }
    },
    trace: page.trace,
    clock,
  })
  let forgotten = 0
  const recordings = new Recordings({
    page,
    backend,
    clock,
    loadReader,
    forgetAddress: () => {
      forgotten += 1
    },
  })
  return {
    page,
    recordings,
    feeds,
    forgotten: () => forgotten,
    playback: () => page.playback.getState(),
    draw: () => pictures.advance(50),
    /** The lab's newest feed says hello. */
    answer: () => feeds.at(-1)?.received(JSON.stringify({ hello: HELLO })),
    wait: (milliseconds: number) => clock.advance(milliseconds),
    changed: () =>
      new Promise<void>((resolve) => {
        const stop = recordings.subscribe(() => {
          stop()
          resolve()
        })
      }),
  }
}

describe('an address that names a recording', () => {
  it('shows it from its snapshot on, standing still, and asks no lab', async () => {
    const { page, recordings, feeds, playback, draw, wait } = start()
    await recordings.begin('greeting', BEGINNING)
    draw()
    wait(10_000)
    expect(page.trace.status.connection).toBe('recorded')
    expect(page.trace.log.next).toBe(EVENTS)
    expect(playback()).toMatchObject({ cursor: 1, following: false, playing: false, moving: false })
    expect(recordings.state).toEqual({ shown: { name: 'greeting', awaitsLab: false }, notice: null })
    expect(feeds).toEqual([])
  })

  it('shows it at its moment', async () => {
    const { recordings, playback } = start()
    await recordings.begin('greeting', { seq: 40, select: 12 })
    expect(playback()).toMatchObject({ cursor: 40, selection: 12, playing: false })
  })

  it.each(['nothing-of-that-name', '../golden/S01', '/etc/passwd'])('goes to the lab and says so: %s', async (name) => {
    const { recordings, feeds, forgotten } = start()
    await recordings.begin(name, BEGINNING)
    expect(recordings.state.notice).toEqual({ kind: 'trouble', name, trouble: { kind: 'unknown' } })
    expect(feeds).toHaveLength(1)
    expect(forgotten()).toBe(1)
  })
})

describe('a file', () => {
  async function live() {
    const started = start()
    await started.recordings.begin(null, BEGINNING)
    started.answer()
    return started
  }

  it('takes the place of the lab, and the way back finds the lab again', async () => {
    const { page, recordings, feeds, playback, draw, answer } = await live()
    await recordings.openFile(file('mine.jsonl', greeting))
    expect(page.trace.status.connection).toBe('recorded')
    expect(recordings.state.shown).toEqual({ name: 'mine.jsonl', awaitsLab: false })

    recordings.goLive()
    expect(recordings.state.shown).toEqual({ name: 'mine.jsonl', awaitsLab: true })
    expect(feeds).toHaveLength(2)
    answer()
    draw()
    expect(page.trace.status.connection).toBe('live')
    expect(recordings.state).toEqual({ shown: null, notice: { kind: 'live' } })
    expect(playback()).toMatchObject({ following: true, cursor: 0 })
  })

  it.each([
    ['that breaks off', [...LINES.slice(0, 3), '{"seq":2,'].join('\n'), 4, 'not-json'],
    ['of a later version', '{"frameflow":2,"lab":"main","config":{}}', 1, 'unknown-version'],
    ['with a fact that nobody knows', LINES.with(9, unknownFact(8)).join('\n'), 10, 'unshowable'],
  ])('%s changes nothing and names its line', async (_what, text, line, problem) => {
    const { page, recordings } = await live()
    const { log } = page.trace
    await recordings.openFile(file('broken.jsonl', text))
    expect(recordings.state.shown).toBeNull()
    expect(recordings.state.notice).toMatchObject({
      name: 'broken.jsonl',
      trouble: { kind: 'broken', line, problem },
    })
    expect(page.trace.log).toBe(log)
    expect(page.trace.status.connection).toBe('live')
  })

  it('over 64 MiB is not even read', async () => {
    const { recordings } = await live()
    const huge = { name: 'huge.jsonl', size: 64 * 1024 * 1024 + 1, text: () => Promise.reject(new Error('was read')) }
    await recordings.openFile(huge)
    expect(recordings.state.notice).toMatchObject({ trouble: { kind: 'too-large' } })
  })

  it('that the disk does not give, or a reader that the network does not, is a value too', async () => {
    const { recordings } = await live()
    await recordings.openFile({ name: 'a folder', size: 0, text: () => Promise.reject(new Error('a folder')) })
    expect(recordings.state.notice).toMatchObject({ name: 'a folder', trouble: { kind: 'out-of-reach' } })

    const offline = start(() => Promise.reject(new Error('offline')))
    await offline.recordings.openFile(file('mine.jsonl', greeting))
    expect(offline.recordings.state.notice).toMatchObject({ trouble: { kind: 'out-of-reach' } })
  })

  it('that was chosen later wins, however long the first one takes', async () => {
    const { recordings } = await live()
    let giveSlow: (text: string) => void = () => undefined
    const slow = new Promise<string>((resolve) => {
      giveSlow = resolve
    })
    const first = recordings.openFile({ name: 'slow.jsonl', size: 1, text: () => slow })
    await recordings.openFile(file('quick.jsonl', greeting))
    giveSlow(greeting)
    await first
    expect(recordings.state.shown?.name).toBe('quick.jsonl')
  })
})

describe('no lab', () => {
  it('is stood in for after three seconds, and comes in as soon as it answers', async () => {
    const { page, recordings, feeds, playback, draw, answer, wait, changed } = start()
    await recordings.begin(null, BEGINNING)
    feeds[0]?.closed()
    wait(2999)
    expect(recordings.state.shown).toBeNull()
    const stoodIn = changed()
    wait(1)
    await stoodIn
    expect(recordings.state.shown).toEqual({ name: 'greeting', awaitsLab: true })
    const tried = feeds.length
    feeds.at(-1)?.closed()
    wait(10_000)
    expect(feeds.length).toBeGreaterThan(tried)
    expect(page.trace.status.connection).toBe('recorded')

    answer()
    draw()
    expect(page.trace.status).toMatchObject({ connection: 'live', hello: HELLO })
    expect(playback()).toMatchObject({ following: true, cursor: 0 })
    expect(recordings.state).toEqual({ shown: null, notice: { kind: 'live' } })
  })

  it('is not stood in for when it answers in time', async () => {
    const { recordings, answer, wait } = start()
    await recordings.begin(null, BEGINNING)
    wait(2000)
    answer()
    wait(10_000)
    expect(recordings.state).toEqual({ shown: null, notice: null })
  })

  it('leaves a file alone that was opened meanwhile', async () => {
    const { recordings, wait } = start()
    await recordings.begin(null, BEGINNING)
    await recordings.openFile(file('mine.jsonl', greeting))
    wait(10_000)
    expect(recordings.state.shown).toEqual({ name: 'mine.jsonl', awaitsLab: false })
  })
})

function unknownFact(seq: number): string {
  const envelope = { seq, at: 0, cause: null, client: null, session: null, thread: null, station: 'application' }
  return JSON.stringify({ ...envelope, type: 'moon.rose' })
}
