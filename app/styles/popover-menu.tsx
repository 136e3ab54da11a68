import { type ReactNode, useId, useState } from 'react'

interface PopoverMenuProps {
  readonly name: string
  /** Classes of the button and of the menu. */
  readonly look: { readonly button: string; readonly menu: string }
  readonly title: string
  /** What the button shows. */
  readonly face: ReactNode
  readonly disabled?: boolean
  /** What the menu holds, made while it is open. */
  readonly children: () => ReactNode
}

/** A button and the menu that it opens over the page. */
export function PopoverMenu({ name, look, title, face, disabled = false, children }: PopoverMenuProps) {
  const id = useId()
  const [open, setOpen] = useState(false)
  return (
    <>
      <button
        type="button"
        className={`button ${look.button}`}
        popoverTarget={id}
        aria-label={name}
        title={title}
        disabled={disabled}
      >
        {face}
      </button>
      <div
        id={id}
        popover="auto"
        role="dialog"
        aria-label={name}
        className={`surface ${look.menu}`}
        onToggle={({ newState }) => setOpen(newState === 'open')}
      >
        {open && children()}
      </div>
    </>
  )
}
