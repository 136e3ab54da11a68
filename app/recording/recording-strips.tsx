import { X } from 'lucide-react'
import { usePhrases } from '../language/use-phrases.ts'
import './recording-strips.css'
import type { RecordingNotice, ShownRecording } from './recordings.ts'
import { useRecordings, useRecordingsState } from './recordings-context.ts'
import { troubleText } from './trouble-text.ts'

/** Strips over the page: what could not be opened, which recording is shown, and how to come back to the lab. */
export function RecordingStrips() {
  const { shown, notice } = useRecordingsState()
  return (
    <>
      {notice !== null && <NoticeStrip notice={notice} />}
      {shown !== null && <ShownStrip shown={shown} />}
    </>
  )
}

function NoticeStrip({ notice }: { readonly notice: RecordingNotice }) {
  const phrases = usePhrases()
  const recordings = useRecordings()
  const isTrouble = notice.kind === 'trouble'
  return (
    <div className="recording-strip" data-trouble={isTrouble || undefined} role={isTrouble ? 'alert' : 'status'}>
      {isTrouble ? troubleText(notice.name, notice.trouble, phrases) : phrases.t('recording.went-live')}
      <button
        type="button"
        className="button button-small button-icon button-plain"
        aria-label={phrases.t('connection.dismiss')}
        onClick={() => recordings.dismiss()}
      >
        <X size={14} aria-hidden />
      </button>
    </div>
  )
}

function ShownStrip({ shown }: { readonly shown: ShownRecording }) {
  const { t } = usePhrases()
  const recordings = useRecordings()
  return (
    <div className="recording-strip" role="status">
      {shown.awaitsLab ? t('recording.awaits-server') : t('recording.shown', { name: shown.name })}
      {!shown.awaitsLab && (
        <button type="button" className="button button-small" onClick={() => recordings.goLive()}>
          {t('recording.to-server')}
        </button>
      )}
    </div>
  )
}
