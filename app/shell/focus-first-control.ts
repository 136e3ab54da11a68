/** Where keys and buttons lead the focus. */
export type FocusRegion = 'clients' | 'timeline' | 'inspector' | 'search'

export const SEARCH_FIELD = '[type="search"]'

/** What only opens an explanation, or can do nothing now, is no place to begin. */
const CONTROL = ':is(button, input, select, textarea):not([aria-expanded], :disabled, [aria-disabled="true"])'

/**
 * Focuses a control of a region. A region that is loaded when it is opened gets the focus when it is there, unless
 * somebody does something else meanwhile.
 *
 * @param control which of the region's controls, as a selector
 */
export function focusFirstControl(region: FocusRegion, control = CONTROL): void {
  const find = () => document.querySelector(`[data-region="${region}"]`)?.querySelector<HTMLElement>(control)
  const there = find()
  if (there != null) {
    there.focus()
    return
  }
  const arrival = new MutationObserver(() => {
    const late = find()
    if (late == null) return
    callOff.abort()
    late.focus()
  })
  const callOff = new AbortController()
  const { signal } = callOff
  signal.addEventListener('abort', () => arrival.disconnect())
  for (const act of ['keydown', 'pointerdown']) document.addEventListener(act, () => callOff.abort(), { signal })
  arrival.observe(document.body, { childList: true, subtree: true })
}
