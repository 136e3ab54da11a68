/** Whether the page asks somebody to send the first greeting. */
export interface GreetingInvitation {
  /** `your-turn`: everything is connected and shown; one control asks to be pressed. */
  readonly stage: 'waiting' | 'staging' | 'your-turn' | 'over'
  subscribe(listener: () => void): () => void
  /** The control was pressed, or has asked once. */
  end(): void
}
