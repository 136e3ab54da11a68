import { BookOpen, List, Route, Search, StepBack, StepForward, Users } from 'lucide-react'
import type { KeyboardEvent, ReactNode } from 'react'
import { usePhrases } from '../language/use-phrases.ts'
import { usePlayback } from '../playback/use-projection.ts'
import { GoLiveButton } from '../transport-bar/go-live-button.tsx'
import { RouteList } from '../twin/route-list.tsx'
import './phone-layout.css'
import { ROUTE_ANCHOR } from './route-panel.tsx'
import { StepCaption } from './step-caption.tsx'

const TABS = [
  { view: 'learn', Icon: BookOpen },
  { view: 'flow', Icon: Route },
  { view: 'clients', Icon: Users },
  { view: 'log', Icon: List },
] as const

export type PhoneView = (typeof TABS)[number]['view']

interface PhoneLayoutProps {
  readonly view: PhoneView
  readonly onView: (view: PhoneView) => void
  /** Stand in the caption. */
  readonly markers: ReactNode
  /** Stands between the caption and the route. */
  readonly strip: ReactNode
  readonly notes: ReactNode
  readonly clients: ReactNode
  readonly log: ReactNode
  /** Lies over the views; null: closed. */
  readonly inspector: ReactNode | null
  readonly onInspect: () => void
  /** Stands over the buttons; null: nobody searches. */
  readonly search: ReactNode | null
  readonly onSearch: () => void
}

/** One view at a time; the flow is the text twin, since a picture to pan is none on touch. */
export function PhoneLayout(props: PhoneLayoutProps) {
  const { view, onView, markers, strip, notes, clients, log, inspector, onInspect, search, onSearch } = props
  const { t } = usePhrases()
  const panels: Readonly<Record<PhoneView, ReactNode>> = {
    learn: notes,
    flow: <FlowView markers={markers} strip={strip} onInspect={onInspect} onSearch={onSearch} />,
    clients,
    log,
  }
  return (
    <>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, and "Skip to route" leads here */}
      <main className="phone-panel" id={ROUTE_ANCHOR} tabIndex={0}>
        {inspector === null ? (
          <div role="tabpanel" id={`panel-${view}`} aria-labelledby={`tab-${view}`} data-region={view}>
            {panels[view]}
          </div>
        ) : (
          <aside className="phone-inspector" aria-label={t('inspector.region')}>
            {inspector}
          </aside>
        )}
      </main>
      {search}
      {view === 'flow' && <FlowButtons onSearch={onSearch} />}
      <nav aria-label={t('shell.views')}>
        <div className="phone-tabs" role="tablist" onKeyDown={moveTab}>
          {TABS.map(({ view: tab, Icon }) => (
            <button
              key={tab}
              type="button"
              role="tab"
              id={`tab-${tab}`}
              className="phone-tab"
              aria-selected={tab === view}
              aria-controls={tab === view && inspector === null ? `panel-${tab}` : undefined}
              tabIndex={tab === view ? 0 : -1}
              onClick={() => onView(tab)}
            >
              <Icon size={20} aria-hidden />
              {t(`shell.tab-${tab}`)}
            </button>
          ))}
        </div>
      </nav>
    </>
  )
}

function moveTab(keyDown: KeyboardEvent<HTMLElement>): void {
  const tab = document.activeElement
  const target =
    keyDown.key === 'ArrowRight' ? tab?.nextElementSibling : keyDown.key === 'ArrowLeft' && tab?.previousElementSibling
  if (!(target instanceof HTMLElement)) return
  keyDown.preventDefault()
  target.focus()
  target.click()
}

type FlowViewProps = Pick<PhoneLayoutProps, 'markers' | 'strip' | 'onInspect' | 'onSearch'>

function FlowView({ markers, strip, onInspect, onSearch }: FlowViewProps) {
  return (
    <div className="phone-flow">
      <StepCaption withMessage onInspect={onInspect} onFilter={onSearch}>
        {markers}
      </StepCaption>
      {strip}
      <div className="phone-route">
        <RouteList />
      </div>
    </div>
  )
}

function FlowButtons({ onSearch }: Pick<PhoneLayoutProps, 'onSearch'>) {
  const { t } = usePhrases()
  const stepBack = usePlayback((state) => state.stepBack)
  const step = usePlayback((state) => state.step)
  return (
    <footer className="phone-buttons" role="contentinfo" aria-label={t('playback.region')}>
      <button type="button" className="button" onClick={stepBack}>
        <StepBack size={16} aria-hidden />
        {t('playback.step-back')}
      </button>
      <button type="button" className="button button-primary" onClick={step}>
        {t('playback.step')}
        <StepForward size={16} aria-hidden />
      </button>
      <GoLiveButton />
      <button
        type="button"
        className="button button-icon"
        aria-label={t('search.search')}
        title={t('search.search')}
        onClick={onSearch}
      >
        <Search size={16} aria-hidden />
      </button>
    </footer>
  )
}
