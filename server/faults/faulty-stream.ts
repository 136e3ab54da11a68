import type { HttpResponseStream } from '../http/http-exchange.ts'
import { isHeartbeatToClient } from './client-text.ts'
import type { Line } from './line.ts'
import { Sponge } from './sponge.ts'

const decoder = new TextDecoder()

/**
 * A response across a network with faults, whose body comes piece by piece.
 *
 * @param request the request line that it answers
 */
export const faultyStream = (
  open: (onAbort: () => void) => HttpResponseStream,
  onAbort: () => void,
  line: Line,
  request: string,
): HttpResponseStream => {
  const inner = open(() => {
    line.cutToClient()
    line.forget(sponge)
    if (!line.isSilent) line.carryToServer(onAbort)
  })
  const sponge = new Sponge(line, request, (octets) => line.carryToClient(() => inner.write(octets), octets.length))
  const isDropped = (octets: Uint8Array): boolean =>
    line.find('drop-heart-beats-to-client') !== null &&
    isHeartbeatToClient(decoder.decode(octets)) &&
    line.strikes('drop-heart-beats-to-client', 'heart-beat')

  return {
    get bufferedAmount() {
      return line.unread + inner.bufferedAmount
    },
    write(octets) {
      if (!line.isSilent && !isDropped(octets)) sponge.soak(octets)
    },
    end() {
      line.forget(sponge)
      if (line.isSilent) return
      sponge.squeeze()
      line.carryToClient(() => inner.end(), 0)
    },
    terminate() {
      line.cutToClient()
      line.forget(sponge)
      inner.terminate()
    },
  }
}
