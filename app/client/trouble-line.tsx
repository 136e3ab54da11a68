import type { Phrasebook } from '../language/phrasebook.tsx'
import { usePhrases } from '../language/use-phrases.ts'
import type { LiveClientState, LiveClientTrouble } from './live-client-state.ts'

/** 1012 of RFC 6455's registry: the server starts anew, as it does with another configuration. */
const SERVICE_RESTART = 1012

/** What went wrong last, in the card: errors never go to the console. */
export function TroubleLine({ trouble, status }: Pick<LiveClientState, 'trouble' | 'status'>) {
  const phrases = usePhrases()
  if (trouble === null) return null
  return (
    <p className="client-card-trouble" role="alert">
      {troubleText(trouble, status, phrases)}
    </p>
  )
}

function troubleText(trouble: LiveClientTrouble, status: LiveClientState['status'], { t }: Phrasebook): string {
  if (trouble.kind === 'stomp-error') return t('clients.trouble-stomp-error', { message: trouble.message })
  const { code, reason } = trouble
  if (code !== SERVICE_RESTART) return t('clients.trouble-closed', { code, reason })
  const restarted = t('clients.trouble-restart', { code, reason })
  return status === 'closed' ? `${restarted} ${t('clients.trouble-stays')}` : restarted
}
