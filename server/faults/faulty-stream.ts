import type { HttpResponseStream } from '../http/http-exchange.ts'
import { isHeartbeatToClient } from './client-text.ts'
import type { Line } from './line.ts'

const decoder = new TextDecoder()

/** A response across a network with faults, whose body comes piece by piece. */
export const faultyStream = (
  open: (onAbort: () => void) => HttpResponseStream,
  onAbort: () => void,
  line: Line,
): HttpResponseStream => {
  const inner = open(() => {
    line.cutToClient()
    if (!line.isSilent) line.carryToServer(onAbort)
  })
  const isDropped = (octets: Uint8Array): boolean =>
    line.find('drop-heart-beats-to-client') !== null &&
    isHeartbeatToClient(decoder.decode(octets)) &&
    line.strikes('drop-heart-beats-to-client', 'heart-beat')

  return {
    get bufferedAmount() {
      return line.unread + inner.bufferedAmount
    },
    write(octets) {
      if (!line.isSilent && !isDropped(octets)) line.carryToClient(() => inner.write(octets), octets.length)
    },
    end() {
      if (!line.isSilent) line.carryToClient(() => inner.end(), 0)
    },
    terminate() {
      line.cutToClient()
      inner.terminate()
    },
  }
}
