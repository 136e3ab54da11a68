import { choice } from './en/choice.ts'
import { clients } from './en/clients.ts'
import { composer } from './en/composer.ts'
import { configuration } from './en/configuration.ts'
import { connection } from './en/connection.ts'
import { departures } from './en/departures.ts'
import { diagram } from './en/diagram.ts'
import { exporting } from './en/export.ts'
import { faults } from './en/faults.ts'
import { filter } from './en/filter.ts'
import { gates } from './en/gates.ts'
import { hearts } from './en/hearts.ts'
import { inspector } from './en/inspector.ts'
import { narration } from './en/narration.ts'
import { notes } from './en/notes.ts'
import { playback } from './en/playback.ts'
import { proof } from './en/proof.ts'
import { recording } from './en/recording.ts'
import { search } from './en/search.ts'
import { sequence } from './en/sequence.ts'
import { shell } from './en/shell.ts'
import { timeline } from './en/timeline.ts'
import { transports } from './en/transports.ts'

/** Every sentence of the page, in English. Keys are flat; `{name}` is a place for a value, `**…**` marks a subject. */
export const en = {
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
} as const
