import type { ApplicationEvent } from './application-event.ts'

/** `DefaultSimpUserRegistry`: which sessions a user has, known from events alone (spring.md 4.8). */
export class SimpUserRegistry {
  readonly #sessionsOf = new Map<string, Set<string>>()
  readonly #userOf = new Map<string, string>()

  /** An `ApplicationListener`. */
  readonly onApplicationEvent = (event: ApplicationEvent): void => {
    if (event.name === 'SessionConnectedEvent') this.#connected(event.message.headers.simpSessionId, event.user?.name)
    if (event.name === 'SessionDisconnectEvent') this.#disconnected(event.sessionId)
  }

  /** Oldest first; empty for an unknown user. */
  sessionsOf(user: string): readonly string[] {
    return [...(this.#sessionsOf.get(user) ?? [])]
  }

  #connected(session: string | undefined, user: string | undefined): void {
    if (session === undefined || user === undefined) return
    const sessions = this.#sessionsOf.get(user)
    if (sessions) sessions.add(session)
    else this.#sessionsOf.set(user, new Set([session]))
    this.#userOf.set(session, user)
  }

  #disconnected(session: string): void {
    const user = this.#userOf.get(session)
    if (user === undefined) return
    this.#userOf.delete(session)
    const sessions = this.#sessionsOf.get(user)
    sessions?.delete(session)
    if (sessions?.size === 0) this.#sessionsOf.delete(user)
  }
}
