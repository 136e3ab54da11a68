/**
 * Where Spring's decoder does something else than the STOMP specification wants of one of the vectors. `wants` and
 * `does` are keys of phrases.
 */
interface SpecDeparture {
  readonly vector: string
  readonly specification: { readonly wants: `departures.${string}`; readonly section: string }
  readonly spring: { readonly does: `departures.${string}`; readonly source: string }
}

export const SPEC_DEPARTURES = [
  {
    vector: 'connect-1.0-padded',
    specification: { wants: 'departures.padding-dropped', section: 'STOMP 1.0, Frame' },
    spring: { does: 'departures.padding-kept', source: 'StompDecoder#readHeaders' },
  },
  {
    vector: 'content-length-not-a-number',
    specification: { wants: 'departures.length-refused', section: 'STOMP 1.2, Header content-length' },
    spring: { does: 'departures.length-ignored', source: 'StompDecoder#readPayload' },
  },
  {
    vector: 'content-length-negative',
    specification: { wants: 'departures.length-refused', section: 'STOMP 1.2, Header content-length' },
    spring: { does: 'departures.length-ignored', source: 'StompDecoder#readPayload' },
  },
  {
    vector: 'split-between-cr-and-lf',
    specification: { wants: 'departures.late-lf-awaited', section: 'STOMP 1.2, Augmented BNF' },
    spring: { does: 'departures.late-lf-refused', source: 'StompDecoder#tryConsumeEndOfLine' },
  },
  {
    vector: 'stray-nuls-between-frames',
    specification: { wants: 'departures.stray-nuls-skipped', section: 'STOMP 1.2, Augmented BNF' },
    spring: { does: 'departures.stray-nuls-in-command', source: 'StompDecoder#readCommand' },
  },
  {
    vector: 'escape-r-1.1',
    specification: { wants: 'departures.carriage-return-undefined', section: 'STOMP 1.1, Value Encoding' },
    spring: { does: 'departures.version-plays-no-part', source: 'StompDecoder#unescape' },
  },
  {
    vector: 'escapes-1.0-literal',
    specification: { wants: 'departures.backslash-literal', section: 'STOMP 1.0, Frame' },
    spring: { does: 'departures.version-plays-no-part', source: 'StompDecoder#unescape' },
  },
  {
    vector: 'missing-blank-line',
    specification: { wants: 'departures.nul-in-headers-refused', section: 'STOMP 1.2, Augmented BNF' },
    spring: { does: 'departures.nul-in-headers-awaited', source: 'StompDecoder#readHeaders' },
  },
  {
    vector: 'limit-headers',
    specification: { wants: 'departures.limit-headers', section: 'STOMP 1.2, Size Limits' },
    spring: { does: 'departures.only-buffer-limited', source: 'BufferingStompDecoder#checkBufferLimits' },
  },
  {
    vector: 'limit-header-line',
    specification: { wants: 'departures.limit-header-line', section: 'STOMP 1.2, Size Limits' },
    spring: { does: 'departures.only-buffer-limited', source: 'BufferingStompDecoder#checkBufferLimits' },
  },
  {
    vector: 'limit-body-declared',
    specification: { wants: 'departures.limit-body', section: 'STOMP 1.2, Size Limits' },
    spring: { does: 'departures.only-buffer-limited', source: 'BufferingStompDecoder#checkBufferLimits' },
  },
  {
    vector: 'limit-body-undeclared',
    specification: { wants: 'departures.limit-body', section: 'STOMP 1.2, Size Limits' },
    spring: { does: 'departures.only-buffer-limited', source: 'BufferingStompDecoder#checkBufferLimits' },
  },
] as const satisfies readonly SpecDeparture[]
