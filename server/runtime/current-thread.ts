/**
 * Which of Spring's threads the code that runs now would be on. Executors and transports enter it, the tracer reads it.
 * One per lab.
 */
export class CurrentThread {
  #name: string | null = null

  get name(): string | null {
    return this.#name
  }

  run<T>(name: string, body: () => T): T {
    const before = this.#name
    this.#name = name
    try {
      return body()
    } finally {
      this.#name = before
    }
  }
}
