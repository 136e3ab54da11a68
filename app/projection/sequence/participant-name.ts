import { clientName } from '../client-name.ts'
import type { SequenceParticipant } from './sequence-participant.ts'

/** A client's name, Spring's name of a part, or the language's own word for the server and its endpoint. */
export const participantName = (
  participant: SequenceParticipant,
  t: (key: 'sequence.server' | 'sequence.endpoint') => string,
): string => {
  if (participant === 'server' || participant === 'endpoint') return t(`sequence.${participant}`)
  return participant.startsWith('client:') ? clientName(participant.slice('client:'.length)) : participant
}
