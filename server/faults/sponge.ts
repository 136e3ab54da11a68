import type { Line } from './line.ts'

/** A proxy that holds a streamed answer back (ux.md c.9): until enough has come, until the end, or until it is gone. */
export class Sponge {
  readonly #line: Line
  readonly #request: string
  readonly #write: (octets: Uint8Array) => void
  #held: Uint8Array[] = []
  #length = 0
  /** How many octets it lets go at a time, null: all at the end; undefined: it is not there. */
  #capacity: number | null | undefined

  /** @param request whose answer it is, as its request line says */
  constructor(line: Line, request: string, write: (octets: Uint8Array) => void) {
    this.#line = line
    this.#request = request
    this.#write = write
  }

  soak(octets: Uint8Array): void {
    if (this.#capacity === undefined) this.#capacity = this.#line.soaks(this, this.#request)
    if (this.#capacity === undefined) {
      this.#write(octets)
      return
    }
    this.#held.push(octets)
    this.#length += octets.length
    if (this.#capacity !== null && this.#length >= this.#capacity) this.squeeze()
  }

  /** Everything that is in it goes on. */
  squeeze(): void {
    this.#length = 0
    for (const octets of this.#held.splice(0)) this.#write(octets)
  }

  /** The proxy is gone. */
  remove(): void {
    this.#capacity = undefined
    this.squeeze()
  }
}
