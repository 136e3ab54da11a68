import { SPEC_DEPARTURES } from '../../../content/departures/spec-departures.ts'
import type { TextLayer } from './layer.ts'

export type Departure = (typeof SPEC_DEPARTURES)[number]

interface RecognisedCase {
  readonly vector: Departure['vector']
  readonly isCase: (frame: HeadersOfFrame) => boolean
}

interface HeadersOfFrame {
  readonly command: string
  /** As they were written. */
  readonly headers: readonly (readonly [name: string, value: string])[]
}

const headerOf = ({ headers }: HeadersOfFrame, wanted: string): string | undefined =>
  headers.find(([name]) => name === wanted)?.[1]

/** A client that offers no version speaks STOMP 1.0 (STOMP 1.2, Protocol Negotiation). */
const speaksVersion10 = (frame: HeadersOfFrame): boolean =>
  frame.command === 'CONNECT' && headerOf(frame, 'accept-version') === undefined

const RECOGNISED: readonly RecognisedCase[] = [
  {
    vector: 'connect-1.0-padded',
    isCase: (frame) => speaksVersion10(frame) && frame.headers.some(([, value]) => value.startsWith(' ')),
  },
  {
    vector: 'content-length-negative',
    isCase: (frame) => /^-\d+$/.test(headerOf(frame, 'content-length') ?? ''),
  },
  {
    vector: 'content-length-not-a-number',
    isCase: (frame) => !/^-?\d+$/.test(headerOf(frame, 'content-length') ?? '0'),
  },
]

/**
 * Where Spring does something else with a client's frame than the STOMP specification wants. Only cases that show in
 * the frame itself are known; null: none of them.
 */
export const departureOf = ({ spans }: TextLayer): Departure | null => {
  const frame: HeadersOfFrame = {
    command: spans.find(({ part }) => part === 'stomp.command')?.value ?? '',
    headers: spans.flatMap(({ part, params, value }): HeadersOfFrame['headers'] =>
      part === 'stomp.header-value' ? [[String(params.name), value]] : [],
    ),
  }
  const found = RECOGNISED.find(({ isCase }) => isCase(frame))
  return SPEC_DEPARTURES.find(({ vector }) => vector === found?.vector) ?? null
}
