import type { MaybeSuspended } from '../runtime/executor.ts'
import type { JavaException } from './message-handler.ts'

/** A call that is about to be made, or that could not be made since an argument failed. */
export interface MethodInvocation<T extends MethodOutcome = MethodOutcome> {
  readonly controller: string
  readonly method: string
  /** The mapping's pattern, or `@MessageExceptionHandler`. */
  readonly mapping: string
  readonly arguments: readonly unknown[]
  /** The converter that made the payload argument. */
  readonly converter: string | null
  /** False: an argument could not be resolved, and the method is not called (spring.md 2.4.10). */
  readonly isCall: boolean
  readonly proceed: () => MaybeSuspended<T>
}

export type MethodOutcome =
  /** `destinations`: where the value goes; empty: nowhere. */
  | { readonly kind: 'returned'; readonly value: unknown; readonly destinations: readonly string[] }
  /** `handledBy`: the `@MessageExceptionHandler` method that takes it; null: it is only logged. */
  | { readonly kind: 'threw'; readonly error: JavaException; readonly handledBy: string | null }

/** Calls handler methods; a port, so that calls can be watched. */
export interface MethodInvoker {
  invoke<T extends MethodOutcome>(invocation: MethodInvocation<T>): MaybeSuspended<T>
}

export const methodInvoker: MethodInvoker = { invoke: ({ proceed }) => proceed() }
