import { beforeEach, describe, expect, test } from 'vitest'
import { seededIdGenerator } from '../runtime/seeded-id-generator.ts'
import { VirtualTaskScheduler } from '../runtime/virtual-task-scheduler.ts'
import type { FeedMessage, LabSummary, TraceEvent } from '../trace/index.ts'
import { DEFAULT_CONFIGURATION } from './configurations.ts'
import { Lab } from './lab.ts'
import { LabEntrance } from './lab-entrance.ts'
import { LabRegistry } from './lab-registry.ts'
import { LabVisitor } from './lab-visitor.ts'

const MINUTE = 60_000

let scheduler: VirtualTaskScheduler
let labs: LabRegistry

interface Page {
  readonly got: FeedMessage[]
  readonly closed: number[]
  tell(message: unknown): void
  leave(): void
}

/** A page at a feed's address. */
const page = (id: string): Page => {
  const got: FeedMessage[] = []
  const closed: number[] = []
  const connection = {
    bufferedAmount: 0,
    send: (text: string) => void got.push(JSON.parse(text)),
    close: (code: number) => void closed.push(code),
  }
  const entrance = new LabEntrance(labs, id, connection, scheduler)
  return {
    got,
    closed,
    tell: (message) => entrance.onMessage(JSON.stringify(message)),
    leave: () => entrance.onClose(),
  }
}

const existing = (id: string): Lab => labs.get(id) ?? expect.fail(`there is no lab ${id}`)
const ids = (): readonly string[] => {
  const reply = labs.execute({ command: 'list-labs' })
  return reply.ok ? (reply.value as readonly LabSummary[]).map(({ lab }) => lab) : []
}
const events = (id: string): readonly TraceEvent[] => existing(id).ring.range(0, existing(id).ring.next)

beforeEach(() => {
  scheduler = new VirtualTaskScheduler()
  labs = new LabRegistry({
    config: DEFAULT_CONFIGURATION,
    scheduler,
    createLab: (id, config) => new Lab({ id, config, scheduler, ids: seededIdGenerator(config.seed) }),
  })
})

describe('over the feed of main', () => {
  test('labs are made, listed and removed', () => {
    const main = page('main')
    main.tell({ resume: 0 })
    main.tell({ id: 1, command: 'create-lab', lab: 'class-7', config: 'ordered' })
    main.tell({ id: 2, command: 'list-labs' })
    main.tell({ id: 3, command: 'remove-lab', lab: 'class-7' })
    expect(main.got.slice(1)).toEqual([
      { reply: 1, ok: { lab: 'class-7', config: 'ordered', sessions: 0, feeds: 0 } },
      {
        reply: 2,
        ok: [
          { lab: 'main', config: 'default', sessions: 0, feeds: 1 },
          { lab: 'class-7', config: 'ordered', sessions: 0, feeds: 0 },
        ],
      },
      { reply: 3, ok: null },
    ])
    expect(ids()).toEqual(['main'])
  })

  test.each([
    [{ command: 'create-lab', lab: 'main' }, 'lab-exists'],
    [{ command: 'create-lab', lab: 'No Such Name' }, 'invalid'],
    [{ command: 'create-lab', lab: 'x'.repeat(33) }, 'invalid'],
    [{ command: 'create-lab', lab: 'x', config: 'nothing' }, 'unknown-configuration'],
    [
      { command: 'create-lab', lab: 'x', config: { ...DEFAULT_CONFIGURATION, endpoints: [] } },
      'impossible-configuration',
    ],
    [{ command: 'remove-lab', lab: 'main' }, 'main-only'],
    [{ command: 'remove-lab', lab: 'nowhere' }, 'unknown-lab'],
  ])('%j is refused: %s', (command, code) => {
    const main = page('main')
    main.tell({ resume: 0 })
    main.tell({ id: 1, ...command })
    expect(main.got.at(-1)).toMatchObject({ reply: 1, error: { code } })
    expect(ids()).toEqual(['main'])
  })

  test('there are 32 labs at most', () => {
    for (let n = 1; n < 32; n++) expect(labs.create(`lab-${n}`).ok).toBe(true)
    expect(labs.create('one-more')).toMatchObject({ code: 'too-many-labs' })
  })
})

describe('at the address of another lab', () => {
  test('a lab that does not exist is made when the page asks for it', () => {
    const guest = page('class-7')
    guest.tell({ resume: 0 })
    expect(guest.got).toMatchObject([{ reply: null, error: { code: 'unknown-lab' } }])
    guest.tell({ resume: 0, create: true })
    expect(guest.got.at(-1)).toMatchObject({ hello: { lab: 'class-7', config: { name: 'default' } } })
    expect(ids()).toEqual(['main', 'class-7'])
  })

  test('what is no beginning is answered, and closes nothing', () => {
    const guest = page('class-7')
    guest.tell('nonsense')
    expect(guest.got).toMatchObject([{ reply: null, error: { code: 'malformed' } }])
    expect(guest.closed).toEqual([])
  })

  test('a guest has no say about labs', () => {
    const guest = page('class-7')
    guest.tell({ resume: 0, create: true })
    guest.tell({ id: 1, command: 'create-lab', lab: 'mine' })
    expect(guest.got.at(-1)).toMatchObject({ reply: 1, error: { code: 'main-only' } })
  })

  test('20 pages look at a lab at most, and 20 wait for labs that do not exist', () => {
    for (let n = 0; n < 20; n++) {
      page('main')
      page(`nowhere-${n}`)
    }
    expect([labs.hasRoomFor('main'), labs.hasRoomFor('nowhere')]).toEqual([false, false])
    labs.create('class-7')
    expect(labs.hasRoomFor('class-7')).toBe(true)
  })

  test('the end of the lab closes its sessions and feeds with 1001, and takes no more commands', () => {
    const guest = page('class-7')
    guest.tell({ resume: 0, create: true })
    const visitor = new LabVisitor(existing('class-7'))
    labs.execute({ command: 'remove-lab', lab: 'class-7' })
    expect([visitor.closedWith, guest.closed]).toEqual([1001, [1001]])
    guest.tell({ id: 1, command: 'restart' })
    expect(guest.got.at(-1)).toMatchObject({ reply: 1, error: { code: 'unknown-lab' } })
  })
})

describe('a lab that nobody uses', () => {
  test('is removed after 10 minutes', () => {
    labs.create('class-7')
    scheduler.advance(10 * MINUTE - 1)
    expect(ids()).toContain('class-7')
    scheduler.advance(1)
    expect(ids()).toEqual(['main'])
  })

  test.each([
    ['a session', () => void new LabVisitor(existing('class-7'))],
    ['a feed', () => void page('class-7')],
  ])('is not one with %s', (_what, use) => {
    labs.create('class-7')
    use()
    scheduler.advance(60 * MINUTE)
    expect(ids()).toContain('class-7')
  })

  test('is one only 10 minutes after the last page left', () => {
    labs.create('class-7')
    const guest = page('class-7')
    scheduler.advance(30 * MINUTE)
    guest.leave()
    scheduler.advance(9 * MINUTE)
    expect(ids()).toContain('class-7')
    scheduler.advance(MINUTE)
    expect(ids()).toEqual(['main'])
  })

  test('leaves no timer behind: what still runs are the statistics of `main`', () => {
    labs.create('class-7')
    scheduler.advance(11 * MINUTE)
    const due = [1, 2].map(() => scheduler.step() && scheduler.now())
    expect(due).toEqual([31 * MINUTE, 61 * MINUTE])
  })
})

describe('two labs share nothing', () => {
  const joined = (id: string): LabVisitor => {
    const visitor = new LabVisitor(existing(id), '/ws?client=A')
    visitor.connect('0,0', 'alice')
    visitor.subscribe('/topic/t', '0')
    visitor.subscribe('/user/queue/private', '1')
    scheduler.advance(50)
    return visitor
  }
  const sessionOf = (id: string): string | null | undefined =>
    events(id).find(({ type }) => type === 'websocket.opened')?.session

  test('the same session id, tag, user and subscription in both get only what their own lab sends', () => {
    labs.create('class-7')
    const [here, there] = [joined('main'), joined('class-7')]
    expect(sessionOf('main')).toBe(sessionOf('class-7'))
    const before = existing('class-7').ring.next
    existing('main').execute({ command: 'publish', destination: '/topic/t', body: 'all' })
    existing('main').execute({ command: 'publish', destination: '/queue/private', user: 'alice', body: 'alice' })
    scheduler.advance(50)
    expect([here.bodies, there.bodies]).toEqual([['all', 'alice'], []])
    expect(existing('class-7').ring.next).toBe(before)
    expect(events('class-7').map(({ client }) => client)).toContain('A')
  })

  test('the configuration of one changes nothing in the other', () => {
    labs.create('class-7')
    const [here, there] = [joined('main'), joined('class-7')]
    const before = existing('main').ring.next
    existing('class-7').execute({ command: 'configure', config: 'appWs' })
    scheduler.advance(50)
    expect([here.closedWith, there.closedWith]).toEqual([null, 1012])
    expect(existing('main').ring.next).toBe(before)
    expect([existing('main').owns('/ws'), existing('class-7').owns('/ws')]).toEqual([true, false])
    here.publish('/topic/t', 'still here')
    scheduler.advance(50)
    expect(here.bodies).toEqual(['still here'])
  })
})

test('the end of the server closes every session and feed of every lab', () => {
  labs.create('class-7')
  const pages = [page('main'), page('class-7')]
  const visitors = [new LabVisitor(existing('main')), new LabVisitor(existing('class-7'))]
  labs.close({ code: 1012, reason: null })
  expect(pages.map(({ closed }) => closed)).toEqual([[1012], [1012]])
  expect(visitors.map(({ closedWith }) => closedWith)).toEqual([1012, 1012])
})
