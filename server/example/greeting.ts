/** `record Hello(String name)` */
export interface Hello {
  readonly name: string
}

/** `record Greeting(String content)` */
export interface Greeting {
  readonly content: string
}

/** `record Note(String to, String content)` */
export interface Note {
  readonly to: string
  readonly content: string
}

export const greeting = (content: string): Greeting => ({ content })
