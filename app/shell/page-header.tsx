import { BookOpen, CircleHelp } from 'lucide-react'
import type { ReactNode } from 'react'
import { usePhrases } from '../language/use-phrases.ts'
import { ChapterSelect } from '../notes/chapter-select.tsx'
import type { Breakpoint } from './breakpoint.ts'
import { FrameflowMark } from './frameflow-mark.tsx'
import './page-header.css'
import { SettingsControls, SettingsMenu } from './settings-menu.tsx'
import { StateChip } from './state-chip.tsx'
import { ViewSwitch } from './view-switch.tsx'

interface PageHeaderProps {
  /** The first link of the page. */
  readonly skip: ReactNode
  readonly breakpoint: Breakpoint
  readonly helpOpen: boolean
  readonly onHelp: () => void
  /** Opens the notes where they are a drawer. */
  readonly onNotes: () => void
  /** What breaks and changes the lab. */
  readonly tools: ReactNode
  /** What opens menus over the page: among the settings where there is no room. */
  readonly menus: ReactNode
}

export function PageHeader({ skip, breakpoint, helpOpen, onHelp, onNotes, tools, menus }: PageHeaderProps) {
  const { t } = usePhrases()
  const roomy = breakpoint !== 'phone' && breakpoint !== 'tablet'
  return (
    <header className="page-header">
      {skip}
      <h1 className="page-name">
        <FrameflowMark />
        <span className="page-name-text">Frameflow</span>
      </h1>
      {breakpoint === 'tablet' && (
        <button type="button" className="button button-small" onClick={onNotes}>
          <BookOpen size={16} aria-hidden />
          {t('shell.notes')}
        </button>
      )}
      <ChapterSelect />
      {breakpoint !== 'phone' && <ViewSwitch />}
      <StateChip />
      <span className="page-header-space" />
      {tools}
      {roomy && menus}
      {roomy ? <SettingsControls /> : <SettingsMenu>{menus}</SettingsMenu>}
      {breakpoint !== 'phone' && (
        <button
          type="button"
          className="button button-plain button-icon"
          aria-label={t('shell.keys')}
          aria-expanded={helpOpen}
          title={t('shell.keys')}
          onClick={onHelp}
        >
          <CircleHelp size={16} aria-hidden />
        </button>
      )}
    </header>
  )
}
