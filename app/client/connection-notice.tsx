import { X } from 'lucide-react'
import { useState, useSyncExternalStore } from 'react'
import type { PhraseKey } from '../../content/phrases/index.ts'
import type { FeedNotice, FeedState } from '../backend/lab-backend.ts'
import { usePhrases } from '../language/use-phrases.ts'
import { useTraceConnection } from '../playback/use-projection.ts'
import { useLivePage } from './live-page-context.tsx'
import { useEverySecond } from './use-every-second.ts'
import './connection-notice.css'

const NOTICE_PHRASES: Readonly<Record<FeedNotice, PhraseKey>> = {
  restarted: 'connection.restarted',
  evicted: 'connection.evicted',
  unreadable: 'connection.unreadable',
}

/** A strip over the page when the lab is out of sight, or when the log is not what it was. */
export function ConnectionNotice() {
  const { connection, since } = useTraceConnection()
  return connection === 'lost' ? <LostStrip since={since} /> : <FeedStrip />
}

function LostStrip({ since }: { readonly since: number }) {
  const { t, number } = usePhrases()
  useEverySecond()
  const seconds = Math.max(0, Math.round((performance.now() - since) / 1000))
  return (
    <div className="connection-notice" role="status">
      {t('connection.lost', { seconds: number(seconds) })}
    </div>
  )
}

function FeedStrip() {
  const { t, number } = usePhrases()
  const { backend } = useLivePage()
  const state = useSyncExternalStore(
    (listener) => backend.subscribe(listener),
    () => backend.state,
  )
  const [dismissed, dismiss] = useState<FeedState | null>(null)
  if (state === dismissed) return null
  if (state.behind > 0) {
    return (
      // It comes and goes on a busy machine, and nothing moves for it. Spoken at each count it would drown the rest.
      <div className="connection-notice-passing">
        <div className="connection-notice" role="status" aria-live="off">
          {t('connection.behind', { events: number(state.behind) })}
        </div>
      </div>
    )
  }
  if (state.notice === null) return null
  return (
    <div className="connection-notice" role="status">
      {t(NOTICE_PHRASES[state.notice])}
      <button
        type="button"
        className="button button-small button-icon button-plain"
        aria-label={t('connection.dismiss')}
        onClick={() => dismiss(state)}
      >
        <X size={14} aria-hidden />
      </button>
    </div>
  )
}
