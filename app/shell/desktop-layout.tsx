import { PanelBottomOpen, PanelLeftOpen } from 'lucide-react'
import type { CSSProperties, ReactNode } from 'react'
import { useState } from 'react'
import type { ClientTag } from '#trace'
import type { GateControls } from '../diagram/gate-ports.tsx'
import { MessageFlowDiagram } from '../diagram/message-flow-diagram.tsx'
import { usePhrases } from '../language/use-phrases.ts'
import { RouteList } from '../twin/route-list.tsx'
import type { Breakpoint } from './breakpoint.ts'
import './desktop-layout.css'
import { DockTabs } from './dock-tabs.tsx'
import { clampedSize, cssSizeOf, type LayoutSizes, PANEL_RANGES, PANELS, type Panel, sizeOf } from './layout-sizes.ts'
import { PanelSplitter } from './panel-splitter.tsx'
import { usePreference, usePreferences } from './preferences-context.ts'
import { RoutePanel } from './route-panel.tsx'
import { StepCaption } from './step-caption.tsx'

/** What the dock shows beside the route. */
export type DockPanel = 'clients' | 'timeline'

interface DesktopLayoutProps {
  readonly breakpoint: Breakpoint
  readonly ownClients: readonly ClientTag[]
  readonly gates?: GateControls
  /** Stands between the caption and the picture. */
  readonly strip: ReactNode
  readonly notes: ReactNode
  readonly clients: ReactNode
  readonly timeline: ReactNode
  /** Below the diagram, or in its place. */
  readonly sequence: ReactNode
  readonly dock: DockPanel
  readonly onDock: (panel: DockPanel) => void
  /** Somebody wants the dock beside both views. */
  readonly dockCalled: boolean
  readonly onCallDock: () => void
  readonly inspector: ReactNode
  readonly inspectorOpen: boolean
  readonly onInspector: (open: boolean) => void
  readonly onFilter: () => void
  /** Where the notes have no column they lie over the stage while they are open. */
  readonly notesOpen: boolean
  readonly children: ReactNode
}

/** Elsewhere the inspector is a tab of the dock. */
export function hasInspectorColumn(breakpoint: Breakpoint): boolean {
  return breakpoint === 'medium' || breakpoint === 'large'
}

/**
 * Notes, stage and dock side by side (ux.md c.1). Notes and an inspector beside the stage leave it its size from `large`
 * on only.
 */
export function DesktopLayout(props: DesktopLayoutProps) {
  const { breakpoint, ownClients, gates, strip, notes, clients, timeline, sequence, inspector, notesOpen, children } =
    props
  const { dock, onDock, dockCalled, onCallDock, inspectorOpen, onInspector, onFilter } = props
  const { t } = usePhrases()
  const [diagramFits, setDiagramFits] = useState(true)
  const sizes = usePreference(usePreferences().sizes)
  const view = usePreference(usePreferences().view)
  const drawer = breakpoint === 'tablet'
  const hasColumn = hasInspectorColumn(breakpoint)
  const inspectorColumn = hasColumn && inspectorOpen
  const chosenTab = inspectorOpen && !hasColumn ? 'inspector' : dock
  const crowded = inspectorColumn && breakpoint === 'medium'
  // Two columns of layers need the dock's whole width.
  const hasRoute = (diagramFits || view === 'sequence') && (hasColumn || !inspectorOpen)
  // Both views need the height: the dock comes back when it is called.
  const gaveWay = (panel: Panel) =>
    (panel === 'notes' && crowded) || (panel === 'dock' && view === 'split' && !dockCalled)
  const shown = (panel: Panel) => sizeOf(sizes, panel, breakpoint) > 0 && !gaveWay(panel)
  return (
    <main className="desktop" style={panelSizes(sizes, breakpoint)}>
      {!drawer && shown('notes') && <NotesColumn>{notes}</NotesColumn>}
      {!drawer && !shown('notes') && (
        <Rail
          panel="notes"
          breakpoint={breakpoint}
          name={t('shell.unfold-notes')}
          onUnfold={() => crowded && onInspector(false)}
        >
          <PanelLeftOpen size={16} aria-hidden />
        </Rail>
      )}
      {!drawer && !crowded && <PanelSplitter panel="notes" breakpoint={breakpoint} />}
      {drawer && notesOpen && <NotesColumn drawer>{notes}</NotesColumn>}
      <div className="desktop-main">
        <div className="stage">
          <StepCaption onInspect={() => onInspector(true)} onFilter={onFilter} />
          {strip}
          <div className="stage-views" data-view={view}>
            {view !== 'sequence' && (
              <MessageFlowDiagram
                ownClients={ownClients}
                {...(gates && { gates })}
                onFit={setDiagramFits}
                fallback={
                  <div className="stage-route">
                    <RouteList />
                  </div>
                }
              />
            )}
            {view !== 'flow' && sequence}
          </div>
          {children}
        </div>
        <PanelSplitter panel="dock" breakpoint={breakpoint} />
        {!shown('dock') ? (
          <Rail panel="dock" breakpoint={breakpoint} name={t('shell.unfold-dock')} onUnfold={onCallDock}>
            <PanelBottomOpen size={16} aria-hidden />
          </Rail>
        ) : (
          <div className="dock">
            {hasRoute && shown('route') && <RoutePanel />}
            {hasRoute && <PanelSplitter panel="route" breakpoint={breakpoint} />}
            <DockTabs
              label={t('shell.dock')}
              tabs={[
                { name: 'clients', title: t('shell.tab-clients'), content: clients },
                { name: 'timeline', title: t('timeline.region'), content: timeline },
                ...(hasColumn
                  ? []
                  : [{ name: 'inspector', title: t('inspector.region'), content: inspector } as const]),
              ]}
              chosen={chosenTab}
              onChoose={(name) => {
                onDock(name === 'inspector' ? 'clients' : name)
                if (!hasColumn) onInspector(name === 'inspector')
              }}
            />
          </div>
        )}
      </div>
      {inspectorColumn && (
        <aside className="inspector-column" aria-label={t('inspector.region')} data-region="inspector">
          {inspector}
        </aside>
      )}
    </main>
  )
}

/** It scrolls, so it takes the focus: the keyboard scrolls what has it. */
function NotesColumn({ drawer = false, children }: { readonly drawer?: boolean; readonly children: ReactNode }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scroller without a control inside is out of the keyboard's reach
    <div className="notes-column" data-drawer={drawer || undefined} tabIndex={0}>
      {children}
    </div>
  )
}

function panelSizes(sizes: LayoutSizes, breakpoint: Breakpoint): CSSProperties {
  return Object.fromEntries(PANELS.map((panel) => [`--${panel}-size`, cssSizeOf(sizes, panel, breakpoint)]))
}

interface RailProps {
  readonly panel: Panel
  readonly breakpoint: Breakpoint
  readonly name: string
  /** Beside bringing the panel back. */
  readonly onUnfold?: () => void
  readonly children: ReactNode
}

/** What is left of a folded panel: one button that brings it back. */
function Rail({ panel, breakpoint, name, onUnfold, children }: RailProps) {
  const { sizes } = usePreferences()
  const unfold = () => {
    onUnfold?.()
    const kept = sizeOf(sizes.get(), panel, breakpoint)
    const size = kept > 0 ? kept : clampedSize(panel, PANEL_RANGES[panel].initial[breakpoint])
    sizes.set({ ...sizes.get(), [`${panel}@${breakpoint}`]: size })
  }
  return (
    <div className="rail" data-panel={panel}>
      <button type="button" className="button button-plain button-icon" aria-label={name} title={name} onClick={unfold}>
        {children}
      </button>
    </div>
  )
}
