/** Where keys and buttons lead the focus. */
export type FocusRegion = 'clients' | 'timeline' | 'search'

export const SEARCH_FIELD = '[type="search"]'

/** @param control which of the region's controls, as a selector */
export function focusFirstControl(region: FocusRegion, control = 'button, input, select, textarea'): void {
  document.querySelector(`[data-region="${region}"]`)?.querySelector<HTMLElement>(control)?.focus()
}
