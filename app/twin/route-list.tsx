import { type KeyboardEvent, useEffect, useRef } from 'react'
import { usePhrases } from '../language/use-phrases.ts'
import { useRoute } from '../playback/use-projection.ts'
import { keepInView, scrollerOf } from '../scroll/scroller.ts'
import { useSpotlight } from '../spotlight/spotlight-context.ts'
import './route-list.css'
import { RouteStep } from './route-step.tsx'

/**
 * The diagram in words: the way of the message at the cursor, a hop an item. The same list is the phone's Flow view,
 * what is printed, and what a screen reader reads. Tab enters it once, at the current hop; arrows go on.
 */
export function RouteList() {
  const { t } = usePhrases()
  const { message, items } = useRoute()
  const list = useRef<HTMLOListElement>(null)
  const scroller = useRef<HTMLElement>(null)
  const here = items.findLast(({ state }) => state === 'here')?.seq
  const tabStop = here ?? items[0]?.seq

  // biome-ignore lint/correctness/useExhaustiveDependencies: `here` says when the current item is another one
  useEffect(() => {
    const current = list.current?.querySelector<HTMLElement>('[aria-current="step"]')
    if (current == null) return
    scroller.current ??= scrollerOf(current)
    if (scroller.current !== null) keepInView(scroller.current, current)
  }, [here])

  const shown = useSpotlight((spotlight) => spotlight.shown)
  useEffect(() => {
    const first = shown === null ? null : list.current?.querySelector<HTMLElement>('[data-light="shown"]')
    const scroller = first == null ? null : scrollerOf(first)
    if (first != null && scroller !== null) keepInView(scroller, first)
  }, [shown])

  if (message === null || items.length === 0) return <p className="route-empty">{t('playback.route-empty')}</p>
  return (
    <ol ref={list} className="route-list" aria-label={t('playback.route-of', { message })} onKeyDown={moveFocus}>
      {items.map((item, hop) => (
        // The next message takes over the items of this one: under load that is a change of text, not of elements.
        // biome-ignore lint/suspicious/noArrayIndexKey: see above
        <RouteStep key={hop} item={item} current={item.seq === here} tabStop={item.seq === tabStop} />
      ))}
    </ol>
  )
}

function moveFocus(keyDown: KeyboardEvent<HTMLOListElement>): void {
  const { activeElement } = document
  const target =
    keyDown.key === 'ArrowDown'
      ? activeElement?.nextElementSibling
      : keyDown.key === 'ArrowUp' && activeElement?.previousElementSibling
  if (!(target instanceof HTMLElement)) return
  keyDown.preventDefault()
  target.focus()
}
