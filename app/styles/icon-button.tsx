import type { LucideIcon } from 'lucide-react'

interface IconButtonProps {
  readonly name: string
  readonly Icon: LucideIcon
  readonly small?: boolean
  /** What is on or off. */
  readonly pressed?: boolean | undefined
  readonly disabled?: boolean
  readonly press: () => void
}

/** A button that is only a picture; its name is there for whoever points at it or hears it. */
export function IconButton({ name, Icon, small = false, pressed, disabled = false, press }: IconButtonProps) {
  return (
    <button
      type="button"
      className={`button button-plain button-icon${small ? ' button-small' : ''}`}
      aria-label={name}
      aria-pressed={pressed}
      title={name}
      disabled={disabled}
      onClick={press}
    >
      <Icon size={16} aria-hidden />
    </button>
  )
}
