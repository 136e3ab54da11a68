import type { TraceEventOf, TraceFactType } from '#trace'
import type { Claim } from './claim.ts'
import { firstFrom, found } from './find.ts'

type DecodedFrame = TraceEventOf<'stomp.frame-decoded'>

/** That a frame of a client, passing a test, led to such a fact. */
export const leadsTo =
  <T extends TraceFactType>(
    isOrigin: (frame: DecodedFrame) => boolean,
    type: T,
    test?: (event: TraceEventOf<T>) => boolean,
  ): Claim =>
  (events) =>
    found(firstFrom(events, 'stomp.frame-decoded', isOrigin, type, test))
