import { randomInt, randomUUID } from 'node:crypto'
import type { IdGenerator } from '../runtime/id-generator.ts'

/** The machine's own chance. */
export const systemIdGenerator: IdGenerator = {
  webSocketSessionId: () => randomUUID(),
  entropy: () => randomInt(-(2 ** 31), 2 ** 31),
  below: (bound) => randomInt(bound),
}
