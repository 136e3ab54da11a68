import { useEffect, useState } from 'react'
import { usePhrases } from '../language/use-phrases.ts'
import './recording-drop-zone.css'
import { useRecordings } from './recordings-context.ts'

/** The whole page takes a file that is dropped; it says so while one is above it. */
export function RecordingDropZone() {
  const { t } = usePhrases()
  const isOver = useFileAbove()
  if (!isOver) return null
  return (
    <div className="recording-drop-zone">
      <p>{t('recording.drop')}</p>
    </div>
  )
}

function useFileAbove(): boolean {
  const recordings = useRecordings()
  const [isOver, setOver] = useState(false)
  useEffect(() => {
    const stop = new AbortController()
    const on = (type: 'dragover' | 'dragleave' | 'drop', listener: (drag: DragEvent) => void) =>
      window.addEventListener(type, listener, { signal: stop.signal })
    on('dragover', (drag) => {
      if (!bringsFiles(drag)) return
      // Without this the browser would leave the page for the file.
      drag.preventDefault()
      setOver(true)
    })
    on('dragleave', (drag) => {
      if (drag.relatedTarget === null) setOver(false)
    })
    on('drop', (drag) => {
      if (!bringsFiles(drag)) return
      drag.preventDefault()
      setOver(false)
      const [file] = drag.dataTransfer?.files ?? []
      if (file !== undefined) void recordings.openFile(file)
    })
    return () => stop.abort()
  }, [recordings])
  return isOver
}

function bringsFiles({ dataTransfer }: DragEvent): boolean {
  return dataTransfer?.types.includes('Files') ?? false
}
