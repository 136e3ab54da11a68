import { TraceBuilder } from './trace-builder.ts'

/** Ada and Bob are connected and subscribed, and Ada has said hello. */
export function helloLog(): TraceBuilder {
  const builder = new TraceBuilder()
  builder.snapshot()
  for (const client of ['A', 'B']) {
    builder.wait(300).connect(client)
    builder.wait(20).subscribe(client, '/topic/greetings')
  }
  builder.wait(60_000).sendHello('A', ['A', 'B'])
  return builder
}
