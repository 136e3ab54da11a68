import { lazy } from 'react'

/** What nobody sees before it is asked for: loaded after the picture is there, so that a server that is gone is no loss. */
const loadInspector = () => import('./inspector/inspector-panel.tsx')
const loadHeartPanel = () => import('./heart/heart-panel.tsx')
const loadSearch = () => import('./find/search-bar.tsx')
const loadTimeline = () => import('./timeline/timeline-region.tsx')

export const InspectorPanel = lazy(() => loadInspector().then((module) => ({ default: module.InspectorPanel })))
export const SearchBar = lazy(() => loadSearch().then((module) => ({ default: module.SearchBar })))
export const TimelineRegion = lazy(() => loadTimeline().then((module) => ({ default: module.TimelineRegion })))

/** Failing is no loss either: who asks for a part loads it then. */
export const loadLater = (): void => {
  for (const load of [loadInspector, loadTimeline, loadSearch, loadHeartPanel]) load().catch(() => undefined)
}
