import type { LabConfiguration } from '../trace/index.ts'
import type { GoldenAction, GoldenSaw } from './golden-file.ts'
import { QUIET } from './golden-world.ts'
import { hopsOf } from './hops.ts'
import { MemoryGoldenWorld } from './memory-golden-world.ts'

/** A frame as one line: ` / ` for a line's end, without the NUL. */
const oneLine = (text: string): string => text.replace('\0', '').replaceAll('\n', ' / ')

const sawLine = ({ who, text, closed, status, refused }: GoldenSaw): string => {
  if (text !== undefined) return `${who} ${oneLine(text)}`
  if (closed !== undefined) return `${who} closed ${closed}`
  return `${who} ${status ?? refused ?? 'opened'}`
}

/** A scenario in memory, step by step, told in lines that a test can hold against spring.md §11. */
export class Scene {
  readonly #world: MemoryGoldenWorld
  readonly #names = new Map<string, string>()
  /** Of the newest step: `channel type destination`, and the events of the application. */
  hops: readonly string[] = []

  constructor(config: string | LabConfiguration = 'default') {
    this.#world = new MemoryGoldenWorld({ config })
  }

  /** @returns what clients saw, session ids by their client's name */
  do(action: GoldenAction): readonly string[] {
    this.#world.act(action)
    this.#world.simulation.scheduler.advance((action.wait ?? 0) + QUIET)
    const { saw, events } = this.#world.collect()
    for (const { type, session } of events)
      if (type === 'websocket.opened' && session !== null) this.#names.set(session, action.open ?? '')
    this.hops = hopsOf(events).map(({ channel, event, type, destination }) =>
      channel === 'events' ? event : this.#named([channel, type, destination ?? ''].join(' ').trim()),
    )
    return saw.filter(({ ended, chunk }) => !ended && chunk === undefined).map((seen) => this.#named(sawLine(seen)))
  }

  /** @param frame its lines; the body stands behind an empty one */
  send(who: string, ...frame: readonly string[]): readonly string[] {
    const isWhole = frame.includes('')
    return this.do({ send: who, text: `${[...frame, ...(isWhole ? [] : ['', ''])].join('\n')}^@` })
  }

  /** Opens a WebSocket and connects. */
  enter(who: string, user?: string): readonly string[] {
    this.do({ open: who, path: '/ws' })
    return this.send(
      who,
      'CONNECT',
      'accept-version:1.2',
      ...(user === undefined ? [] : [`Authorization:Bearer ${user}`]),
    )
  }

  subscribe(who: string, id: string, destination: string, ...headers: readonly string[]): readonly string[] {
    return this.send(who, 'SUBSCRIBE', `id:${id}`, `destination:${destination}`, ...headers)
  }

  post(path: string, body: string): readonly string[] {
    return this.do({ request: 'H', method: 'POST', path, body })
  }

  #named(text: string): string {
    let named = text
    for (const [session, who] of this.#names) named = named.replaceAll(session, `{${who}}`)
    return named
  }
}
