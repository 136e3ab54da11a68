import { usePhrases } from '../language/use-phrases.ts'
import type { LiveClientTrouble } from './live-client-state.ts'

/** What went wrong last, in the card: errors never go to the console. */
export function TroubleLine({ trouble }: { readonly trouble: LiveClientTrouble | null }) {
  const { t } = usePhrases()
  if (trouble === null) return null
  return (
    <p className="client-card-trouble" role="alert">
      {trouble.kind === 'stomp-error'
        ? t('clients.trouble-stomp-error', { message: trouble.message })
        : t('clients.trouble-closed', { code: trouble.code, reason: trouble.reason })}
    </p>
  )
}
