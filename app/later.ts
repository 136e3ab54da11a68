import { lazy } from 'react'
import { laterPart } from './later-part.ts'

/** What nobody sees before it is asked for: loaded after the picture is there, so that a server that is gone is no loss. */
const loadInspector = () => import('./inspector/inspector-panel.tsx')
const loadHeartPanel = () => import('./heart/heart-panel.tsx')
const search = laterPart(() => import('./find/search-bar.tsx').then(({ SearchBar }) => SearchBar))
const loadTimeline = () => import('./timeline/timeline-region.tsx')
const loadMarkerTools = () => import('./timeline/marker-tools.tsx')
const loadSequence = () => import('./sequence/sequence-view.tsx')
const loadFaults = () => import('./faults/faults-drawer.tsx')
const loadConfigurations = () => import('./configuration/configuration-menu.tsx')
const loadComposer = () => import('./composer/open-composer.tsx')

export const InspectorPanel = lazy(() => loadInspector().then((module) => ({ default: module.InspectorPanel })))
export const SearchBar = search.Part
export const TimelineRegion = lazy(() => loadTimeline().then((module) => ({ default: module.TimelineRegion })))
export const MarkerTools = lazy(() => loadMarkerTools().then((module) => ({ default: module.MarkerTools })))
export const SequenceView = lazy(() => loadSequence().then((module) => ({ default: module.SequenceView })))
export const FaultsDrawer = lazy(() => loadFaults().then((module) => ({ default: module.FaultsDrawer })))

const LOADS = [
  loadInspector,
  loadTimeline,
  loadSequence,
  search.load,
  loadHeartPanel,
  loadFaults,
  loadComposer,
  loadConfigurations,
]

/** Failing is no loss either: who asks for a part loads it then. */
export const loadLater = (): void => {
  for (const load of LOADS) load().catch(() => undefined)
}
