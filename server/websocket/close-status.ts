/** Spring's `CloseStatus`. Code 1005 and 1006 never travel (RFC 6455 §7.4.1). */
export interface CloseStatus {
  readonly code: number
  readonly reason: string | null
}

const status = (code: number, reason: string | null = null): CloseStatus => ({ code, reason })

/** Those that the server itself closes with, by Spring's names. */
export const CLOSE_STATUS: Readonly<
  Record<
    | 'normal'
    | 'goingAway'
    | 'protocolError'
    | 'notAcceptable'
    | 'noStatusCode'
    | 'badData'
    | 'serverError'
    | 'sessionNotReliable',
    CloseStatus
  >
> = {
  normal: status(1000),
  goingAway: status(1001),
  protocolError: status(1002),
  notAcceptable: status(1003, 'Binary messages not supported'),
  noStatusCode: status(1005),
  badData: status(1007),
  serverError: status(1011),
  sessionNotReliable: status(4500, 'Failed to send message within the configured send limit'),
}
