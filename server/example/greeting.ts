import { type JavaType, recordType } from '../messaging/java-type.ts'

/** `record Hello(String name)` */
export const HELLO: JavaType<{ readonly name: string | null }> = recordType('Hello', ['name'])

/** `record Note(String to, String content)` */
export const NOTE: JavaType<{ readonly to: string | null; readonly content: string | null }> = recordType('Note', [
  'to',
  'content',
])

/** `record Greeting(String content)` */
export interface Greeting {
  readonly content: string | null
}

export const greeting = (content: string | null): Greeting => ({ content })
