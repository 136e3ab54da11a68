import * as v from 'valibot'
import { type FaultChange, GATES, type GateBreakpoint } from '../trace/index.ts'

const milliseconds = v.pipe(v.number(), v.minValue(0), v.maxValue(60_000))

const scope = {
  on: v.boolean(),
  client: v.exactOptional(v.pipe(v.string(), v.regex(/^[A-Za-z0-9]{1,12}$/, 'a tag has 1 to 12 letters or digits'))),
}
const when = {
  once: v.exactOptional(v.boolean()),
  for: v.exactOptional(v.pipe(v.number(), v.minValue(1), v.maxValue(3_600_000))),
}

/** The application is down for everybody or for nobody: hence a server restart without a scope. */
export const faultChange: v.GenericSchema<unknown, FaultChange> = v.variant('fault', [
  v.object({
    fault: v.picklist([
      'block-upgrade',
      'drop-heart-beats-to-client',
      'drop-heart-beats-to-server',
      'wrong-origin',
      'bad-token',
    ]),
    ...scope,
    ...when,
  }),
  v.object({
    fault: v.literal('buffer-streaming'),
    octets: v.exactOptional(v.nullable(v.pipe(v.number(), v.integer(), v.minValue(1)))),
    ...scope,
    ...when,
  }),
  v.object({
    fault: v.literal('latency'),
    toServer: v.exactOptional(milliseconds),
    toClient: v.exactOptional(milliseconds),
    jitter: v.exactOptional(v.pipe(milliseconds, v.integer())),
    ...scope,
    ...when,
  }),
  v.object({
    fault: v.literal('slow-reader'),
    octetsPerSecond: v.exactOptional(v.pipe(v.number(), v.minValue(1))),
    ...scope,
    ...when,
  }),
  v.object({ fault: v.literal('server-restart'), on: v.boolean(), ...when }),
  v.object({
    fault: v.literal('malformed-frame'),
    flaw: v.exactOptional(v.picklist(['header-without-colon', 'no-nul', 'unknown-command', 'too-large'])),
    ...scope,
    ...when,
  }),
])

export const gateBreakpoint: v.GenericSchema<unknown, GateBreakpoint> = v.object({
  gate: v.picklist(GATES),
  condition: v.pipe(v.string(), v.maxLength(256)),
})
