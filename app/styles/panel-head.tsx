import { X } from 'lucide-react'

interface PanelHeadProps {
  readonly title: string
  /** Of the title, for the panel that is named by it. */
  readonly id?: string
  readonly closeName: string
  readonly onClose: () => void
}

/** The head of a panel that stands beside the picture: what it is, and the way out. */
export function PanelHead({ title, id, closeName, onClose }: PanelHeadProps) {
  return (
    <div className="panel-head">
      <h2 id={id} className="region-title">
        {title}
      </h2>
      <button
        type="button"
        className="button button-plain button-icon button-small"
        aria-label={closeName}
        onClick={onClose}
      >
        <X size={16} aria-hidden />
      </button>
    </div>
  )
}
