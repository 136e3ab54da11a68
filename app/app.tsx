import { type MouseEvent, Suspense, useCallback, useEffect, useMemo, useState } from 'react'
import { flushSync } from 'react-dom'
import { browserClock } from './backend/page-clock.ts'
import { ClientsRegion } from './client/clients-region.tsx'
import { ConnectionNotice } from './client/connection-notice.tsx'
import { LogView } from './client/log-view.tsx'
import { RecordedClientsRegion, RecordedClientsRemark } from './client/recorded-clients-region.tsx'
import { useSeatedClients } from './client/use-seated-clients.ts'
import { useSendAsItStands } from './client/use-send-as-it-stands.ts'
import { ComposerButton, ComposerCard } from './composer/composer-card.tsx'
import { ConfigurationButton } from './configuration/configuration-button.tsx'
import { ExportButton } from './export/export-button.tsx'
import { BreakItButtons } from './faults/break-it-buttons.tsx'
import { useFaults } from './faults/use-faults.ts'
import { DoorBreakpoint } from './gates/door-breakpoint.tsx'
import { GateStrip } from './gates/gate-strip.tsx'
import { useGateControls } from './gates/use-gate-controls.ts'
import { useGateKeys } from './gates/use-gate-keys.ts'
import { usePhrases } from './language/use-phrases.ts'
import {
  FaultsDrawer,
  InspectorPanel,
  loadLater,
  MarkerTools,
  SearchBar,
  SequenceView,
  TimelineRegion,
} from './later.ts'
import { NotesRegion } from './notes/notes-region.tsx'
import { usePlayback, useTraceConnection } from './playback/use-projection.ts'
import { RunBar } from './proof/run-bar.tsx'
import { RecordingDropZone } from './recording/recording-drop-zone.tsx'
import { RecordingStrips } from './recording/recording-strips.tsx'
import './app.css'
import { useBreakpoint, usePrinting } from './shell/breakpoint.ts'
import { DesktopLayout, type DockPanel, hasInspectorColumn } from './shell/desktop-layout.tsx'
import { focusFirstControl, SEARCH_FIELD } from './shell/focus-first-control.ts'
import { HelpPanel } from './shell/help-panel.tsx'
import { PageHeader } from './shell/page-header.tsx'
import { PhoneLayout, type PhoneView } from './shell/phone-layout.tsx'
import { PrintSheet } from './shell/print-sheet.tsx'
import { ROUTE_ANCHOR } from './shell/route-panel.tsx'
import { useLayerFolding } from './shell/use-layer-folding.ts'
import { useReducedMotion } from './shell/use-reduced-motion.ts'
import { useShortcuts } from './shell/use-shortcuts.ts'
import { useTheme } from './shell/use-theme.ts'
import { useSpotlight } from './spotlight/spotlight-context.ts'
import { TransportBar } from './transport-bar/transport-bar.tsx'

/** Milliseconds after which the first run is over, or nearly. */
const LATER = 5000

/** The page: every region at its place for this width. */
export function App() {
  const { t } = usePhrases()
  const breakpoint = useBreakpoint()
  const printing = usePrinting()
  const isRecorded = useTraceConnection().connection === 'recorded'
  const ownClients = useSeatedClients()
  const sendFrom = useSendAsItStands()
  const layerFolding = useLayerFolding()
  const select = usePlayback((state) => state.select)
  const setSearch = usePlayback((state) => state.setSearch)
  const searches = usePlayback((state) => state.search !== '')
  const shown = useSpotlight((spotlight) => spotlight.shown)
  const leadsIntoPart = useSpotlight((spotlight) => spotlight.part !== null)
  const callOffSpotlight = useSpotlight((spotlight) => spotlight.callOff)
  const faults = useFaults()
  const gateControls = useGateControls()
  const gateKeys = useGateKeys()
  const [helpOpen, setHelpOpen] = useState(false)
  const [faultsOpen, setFaultsOpen] = useState(false)
  const [searchOpen, setSearchOpen] = useState(searches)
  const [notesOpen, setNotesOpen] = useState(false)
  const [inspectorOpen, setInspectorOpen] = useState(false)
  const [dock, setDock] = useState<DockPanel>('clients')
  const [dockCalled, setDockCalled] = useState(false)
  const [phoneView, setPhoneView] = useState<PhoneView>('flow')
  useTheme()
  useEffect(() => {
    document.title = t('shell.title')
  }, [t])
  useReducedMotion()
  useEffect(() => browserClock.after(LATER, loadLater), [])

  const toggleHelp = useCallback(() => setHelpOpen((open) => !open), [])
  const inspect = useCallback(() => setInspectorOpen(true), [])
  const openTimeline = useCallback(() => {
    setDock('timeline')
    setDockCalled(true)
    // Where they share a place, the inspector gives way.
    if (!hasInspectorColumn(breakpoint)) setInspectorOpen(false)
  }, [breakpoint])
  const openClients = useCallback(() => {
    setDock('clients')
    setDockCalled(true)
    if (!hasInspectorColumn(breakpoint)) setInspectorOpen(false)
  }, [breakpoint])
  const openFilter = useCallback(() => {
    flushSync(openTimeline)
    focusFirstControl('timeline', SEARCH_FIELD)
  }, [openTimeline])
  const search = useCallback(() => setSearchOpen(true), [])
  const endSearch = useCallback(() => {
    setSearchOpen(false)
    setSearch('')
  }, [setSearch])
  const toggleFaults = useCallback(() => setFaultsOpen((open) => !open), [])
  const backOut = useCallback(() => {
    if (searchOpen) endSearch()
    else if (helpOpen) setHelpOpen(false)
    else if (faultsOpen) setFaultsOpen(false)
    else if (notesOpen) setNotesOpen(false)
    else if (inspectorOpen) setInspectorOpen(false)
    else {
      callOffSpotlight()
      select(null)
    }
  }, [searchOpen, endSearch, helpOpen, faultsOpen, notesOpen, inspectorOpen, callOffSpotlight, select])

  // What is shown must be seen: the notes give way where they lie over it.
  useEffect(() => {
    if (shown === null) return
    setPhoneView('flow')
    setNotesOpen(false)
  }, [shown])
  useEffect(() => {
    if (!leadsIntoPart) return
    setInspectorOpen(true)
    setNotesOpen(false)
  }, [leadsIntoPart])
  const shellActions = useMemo(
    () => ({
      help: toggleHelp,
      inspector: inspect,
      clients: openClients,
      timeline: openTimeline,
      search,
      backOut,
      'break-it': toggleFaults,
      'clear-faults': faults.clear,
      release: gateKeys.release,
      'release-all': gateKeys.releaseAll,
    }),
    [
      toggleHelp,
      inspect,
      openClients,
      openTimeline,
      search,
      backOut,
      toggleFaults,
      faults.clear,
      gateKeys.release,
      gateKeys.releaseAll,
    ],
  )
  useShortcuts(shellActions)

  const skipToRoute = (click: MouseEvent) => {
    click.preventDefault()
    flushSync(() => {
      setPhoneView('flow')
      // In the dock the inspector may have the route's place.
      if (document.getElementById(ROUTE_ANCHOR) === null) setInspectorOpen(false)
    })
    document.getElementById(ROUTE_ANCHOR)?.focus()
  }

  const strip = !isRecorded && <GateStrip />
  const drawer = !isRecorded && faultsOpen && (
    <Suspense fallback={null}>
      <FaultsDrawer onClose={toggleFaults} gates={breakpoint === 'phone' && <DoorBreakpoint />} />
    </Suspense>
  )
  const notes = <NotesRegion />
  const clients = isRecorded ? (
    <RecordedClientsRegion />
  ) : (
    <ClientsRegion more={<ComposerButton />}>
      <ComposerCard />
    </ClientsRegion>
  )
  const inspector = (
    <Suspense fallback={null}>
      <InspectorPanel
        folding={layerFolding}
        onClose={() => setInspectorOpen(false)}
        {...(!isRecorded && { sendFrom })}
      />
    </Suspense>
  )
  const searchBar = searchOpen && (
    <Suspense fallback={null}>
      <SearchBar onClose={endSearch} withFilter={breakpoint === 'phone'} />
    </Suspense>
  )
  const log = isRecorded ? <RecordedClientsRemark /> : <LogView />
  return (
    <div className="page">
      <PageHeader
        skip={
          <a className="skip-link button" href={`#${ROUTE_ANCHOR}`} onClick={skipToRoute}>
            {t('shell.skip')}
          </a>
        }
        breakpoint={breakpoint}
        helpOpen={helpOpen}
        onHelp={toggleHelp}
        onNotes={() => setNotesOpen((open) => !open)}
        menus={
          <>
            <ConfigurationButton />
            <ExportButton ownClients={ownClients} />
          </>
        }
        tools={!isRecorded && <BreakItButtons open={faultsOpen} onToggle={toggleFaults} />}
      />
      {!isRecorded && <ConnectionNotice />}
      <RecordingStrips />
      {breakpoint === 'phone' ? (
        <>
          <RunBar />
          {drawer}
          <PhoneLayout
            view={phoneView}
            onView={(view) => {
              setInspectorOpen(false)
              setPhoneView(view)
            }}
            markers={
              <Suspense fallback={null}>
                <MarkerTools />
              </Suspense>
            }
            strip={strip}
            notes={notes}
            clients={clients}
            log={log}
            inspector={inspectorOpen ? inspector : null}
            onInspect={inspect}
            search={searchBar}
            onSearch={search}
          />
        </>
      ) : (
        <>
          <DesktopLayout
            breakpoint={breakpoint}
            ownClients={ownClients}
            {...(!isRecorded && { gates: gateControls })}
            strip={strip}
            notes={notes}
            clients={clients}
            timeline={
              <Suspense fallback={null}>
                <TimelineRegion />
              </Suspense>
            }
            sequence={
              <Suspense fallback={null}>
                <SequenceView />
              </Suspense>
            }
            dock={dock}
            onDock={setDock}
            dockCalled={dockCalled}
            onCallDock={() => setDockCalled(true)}
            inspector={inspector}
            inspectorOpen={inspectorOpen}
            onInspector={setInspectorOpen}
            onFilter={openFilter}
            notesOpen={notesOpen}
          >
            <RunBar />
            {drawer}
            {helpOpen && <HelpPanel onClose={toggleHelp} />}
          </DesktopLayout>
          {searchBar}
          <TransportBar onSearch={search} />
        </>
      )}
      <RecordingDropZone />
      {printing && <PrintSheet ownClients={ownClients} />}
    </div>
  )
}
