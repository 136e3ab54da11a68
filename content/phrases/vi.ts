import type { Phrases } from './index.ts'
import { choice } from './vi/choice.ts'
import { clients } from './vi/clients.ts'
import { composer } from './vi/composer.ts'
import { configuration } from './vi/configuration.ts'
import { connection } from './vi/connection.ts'
import { departures } from './vi/departures.ts'
import { diagram } from './vi/diagram.ts'
import { exporting } from './vi/export.ts'
import { faults } from './vi/faults.ts'
import { filter } from './vi/filter.ts'
import { gates } from './vi/gates.ts'
import { hearts } from './vi/hearts.ts'
import { inspector } from './vi/inspector.ts'
import { narration } from './vi/narration.ts'
import { notes } from './vi/notes.ts'
import { playback } from './vi/playback.ts'
import { proof } from './vi/proof.ts'
import { recording } from './vi/recording.ts'
import { search } from './vi/search.ts'
import { sequence } from './vi/sequence.ts'
import { shell } from './vi/shell.ts'
import { timeline } from './vi/timeline.ts'
import { transports } from './vi/transports.ts'

/** The same sentences in Vietnamese; protocol words and Spring's names stay English. */
export const vi = {
  ...departures,
  ...diagram,
  ...playback,
  ...shell,
  ...transports,
  ...choice,
  ...clients,
  ...configuration,
  ...connection,
  ...recording,
  ...notes,
  ...filter,
  ...search,
  ...inspector,
  ...proof,
  ...composer,
  ...narration,
  ...sequence,
  ...timeline,
  ...exporting,
  ...faults,
  ...gates,
  ...hearts,
} as const satisfies Phrases
