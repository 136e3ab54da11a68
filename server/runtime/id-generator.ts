/** Every piece of chance that a lab uses. */
export interface IdGenerator {
  /** A random UUID's text: the id of a plain WebSocketSession (spring.md 2.0.10). */
  webSocketSessionId(): string
  /** A signed 32-bit number, SockJS `/info`. */
  entropy(): number
  /** A whole number in `[0, bound)`. */
  below(bound: number): number
}
