import type { FeedErrorCode } from '../trace/index.ts'

export interface CommandRefusal {
  readonly ok: false
  readonly code: FeedErrorCode
  readonly message: string
}

export type CommandReply = { readonly ok: true; readonly value: unknown } | CommandRefusal

export const DONE: CommandReply = { ok: true, value: null }

export const refuse = (code: FeedErrorCode, message: string): CommandRefusal => ({ ok: false, code, message })
