import type { KeyboardEvent, ReactNode } from 'react'
import './dock-tabs.css'

export interface DockTab<Name extends string> {
  readonly name: Name
  readonly title: string
  readonly content: ReactNode
}

interface DockTabsProps<Name extends string> {
  readonly label: string
  readonly tabs: readonly DockTab<Name>[]
  readonly chosen: Name
  readonly onChoose: (name: Name) => void
}

/** Panels of the dock that share a place; arrows go from tab to tab. */
export function DockTabs<Name extends string>({ label, tabs, chosen, onChoose }: DockTabsProps<Name>) {
  const shown = tabs.find(({ name }) => name === chosen) ?? tabs[0]
  const move = (keyDown: KeyboardEvent) => {
    const step = keyDown.key === 'ArrowRight' ? 1 : keyDown.key === 'ArrowLeft' ? -1 : 0
    const next = shown === undefined ? undefined : tabs[tabs.indexOf(shown) + step]
    if (step === 0 || next === undefined) return
    keyDown.preventDefault()
    onChoose(next.name)
    document.getElementById(`dock-tab-${next.name}`)?.focus()
  }
  return (
    <div className="dock-tabs">
      <div className="dock-tab-list" role="tablist" aria-label={label} onKeyDown={move}>
        {tabs.map(({ name, title }) => (
          <button
            key={name}
            type="button"
            role="tab"
            id={`dock-tab-${name}`}
            className="dock-tab"
            aria-selected={name === shown?.name}
            aria-controls={name === shown?.name ? `dock-panel-${name}` : undefined}
            tabIndex={name === shown?.name ? 0 : -1}
            onClick={() => onChoose(name)}
          >
            {title}
          </button>
        ))}
      </div>
      {shown !== undefined && (
        <div
          role="tabpanel"
          id={`dock-panel-${shown.name}`}
          className="dock-panel"
          aria-labelledby={`dock-tab-${shown.name}`}
          data-region={shown.name}
        >
          {shown.content}
        </div>
      )}
    </div>
  )
}
