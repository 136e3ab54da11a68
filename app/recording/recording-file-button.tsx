import { FolderOpen } from 'lucide-react'
import type { ChangeEvent } from 'react'
import { usePhrases } from '../language/use-phrases.ts'
import './recording-file-button.css'
import { useRecordings } from './recordings-context.ts'

/** The way to a recording for who does not drag: the browser's own file input under a quiet button. */
export function RecordingFileButton() {
  const { t } = usePhrases()
  const recordings = useRecordings()
  const choose = ({ currentTarget: input }: ChangeEvent<HTMLInputElement>) => {
    const [file] = input.files ?? []
    if (file !== undefined) void recordings.openFile(file)
    // Else the same file, mended, would be no change.
    input.value = ''
  }
  return (
    <label className="button button-plain button-small recording-file">
      <FolderOpen size={16} aria-hidden />
      {t('recording.open')}
      <input className="visually-hidden" type="file" accept=".jsonl" onChange={choose} />
    </label>
  )
}
