import { setTimeout as sleep } from 'node:timers/promises'
import { RawWebSocket } from './raw-web-socket.ts'

const PATH = '/ws'
const TOPIC = '/topic/bench'

const CONNECT = 'CONNECT\naccept-version:1.2,1.1\nhost:localhost\nheart-beat:0,0\n\n\0'

/** Digits at the end of a body that number its publication. */
const DIGITS = 9
const TEXT = 'The quick brown fox jumps over the lazy dog, and back over him again: '

const publication = (number: number): string =>
  `SEND\ndestination:${TOPIC}\ncontent-type:text/plain\n\n${TEXT}${String(number).padStart(DIGITS, '0')}\0`

/** The number at the end of a body, before the frame's NUL; -1 for what has none. */
const numberBefore = (octets: Buffer, end: number): number => {
  let number = 0
  for (let at = end - 1 - DIGITS; at < end - 1; at++) {
    const digit = (octets[at] ?? 0) - 48
    if (digit < 0 || digit > 9) return -1
    number = number * 10 + digit
  }
  return number
}

export interface Delivered {
  readonly deliveriesASecond: number
  /** Milliseconds from publication to each delivery. */
  readonly latencies: readonly number[]
}

/** One publisher, and subscribers of one topic, each on a connection of its own. */
export class Audience {
  readonly #subscribers: RawWebSocket[] = []
  #publisher: RawWebSocket | null = null
  #published: number[] = []
  #missing: number[] = []
  #latencies: number[] = []
  #onDelivered: () => void = () => undefined

  static async gather(port: number, size: number): Promise<Audience> {
    const audience = new Audience()
    audience.#publisher = await RawWebSocket.open(port, PATH, () => undefined)
    audience.#publisher.send(CONNECT)
    for (let index = 0; index < size; index++) {
      const subscriber = await RawWebSocket.open(port, PATH, (octets, _start, end) => audience.#received(octets, end))
      subscriber.send(CONNECT)
      audience.#subscribers.push(subscriber)
    }
    await sleep(100)
    for (const subscriber of audience.#subscribers) subscriber.send(`SUBSCRIBE\nid:0\ndestination:${TOPIC}\n\n\0`)
    await sleep(100)
    return audience
  }

  /** Publishes so that always as many publications are on their way, while it is to go on. */
  async saturate(onTheWay: number, goesOn: (milliseconds: number, deliveries: number) => boolean): Promise<Delivered> {
    this.#forget()
    const began = performance.now()
    await new Promise<void>((resolve) => {
      this.#onDelivered = () => {
        if (goesOn(performance.now() - began, this.#latencies.length)) this.#publish(1)
        else if (this.#isQuiet) resolve()
      }
      this.#publish(onTheWay)
    })
    return this.#delivered(began)
  }

  /** Publishes at a rate that is far from what the server could do. */
  async pace(milliseconds: number, publicationsASecond: number): Promise<Delivered> {
    this.#forget()
    const began = performance.now()
    const interval = 1000 / publicationsASecond
    while (performance.now() - began < milliseconds) {
      const due = Math.floor((performance.now() - began) / interval) + 1 - this.#published.length
      if (due > 0) this.#publish(due)
      await sleep(1)
    }
    while (!this.#isQuiet) await sleep(1)
    return this.#delivered(began)
  }

  leave(): void {
    this.#publisher?.close()
    for (const subscriber of this.#subscribers) subscriber.close()
  }

  get #isQuiet(): boolean {
    return this.#latencies.length === this.#published.length * this.#subscribers.length
  }

  #forget(): void {
    this.#published = []
    this.#missing = []
    this.#latencies = []
    this.#onDelivered = () => undefined
  }

  #publish(count: number): void {
    const first = this.#published.length
    for (let index = 0; index < count; index++) {
      this.#published.push(performance.now())
      this.#missing.push(this.#subscribers.length)
    }
    this.#publisher?.send(...Array.from({ length: count }, (_, index) => publication(first + index)))
  }

  #received(octets: Buffer, end: number): void {
    const number = numberBefore(octets, end)
    const published = this.#published[number]
    if (published === undefined) return
    this.#latencies.push(performance.now() - published)
    const missing = (this.#missing[number] ?? 0) - 1
    this.#missing[number] = missing
    if (missing === 0) this.#onDelivered()
  }

  #delivered(began: number): Delivered {
    const seconds = (performance.now() - began) / 1000
    return { deliveriesASecond: this.#latencies.length / seconds, latencies: this.#latencies }
  }
}
