import { X } from 'lucide-react'
import { IconButton } from './icon-button.tsx'

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
      <IconButton name={closeName} Icon={X} press={onClose} small />
    </div>
  )
}
