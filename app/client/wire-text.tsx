import { wireRuns } from './wire-runs.ts'

/** Line ends stay line ends, and can be seen. */
export function WireText({ text }: { readonly text: string }) {
  return wireRuns(text).map((run, index) => {
    // Runs of one text never change places.
    const key = index
    if ('text' in run) return run.text
    return (
      <span key={key}>
        <span className="control-octet">{run.control}</span>
        {run.control === 'LF' && '\n'}
      </span>
    )
  })
}
