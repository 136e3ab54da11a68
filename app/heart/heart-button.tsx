import { type KeyboardEvent, lazy, Suspense, useId, useLayoutEffect, useRef, useState } from 'react'
import type { ClientTag } from '#trace'
import { usePhrases } from '../language/use-phrases.ts'
import { clientName } from '../projection/client-name.ts'
import { HeartDial } from './heart-dial.tsx'
import { heartWords, shortHeartWords } from './heart-words.ts'
import { placeBeside } from './place-beside.ts'
import { type ShownHeart, useHeart } from './use-heart.ts'
import './heart-button.css'

/** Nobody who does not ask loads the words. */
const HeartPanel = lazy(() => import('./heart-panel.tsx'))

/** A client's heart at the cursor; pointed at, focused or pressed it says what it stands for. */
export function HeartButton({ tag }: { readonly tag: ClientTag }) {
  const shown = useHeart(tag)
  return shown === null ? null : <OpeningHeart shown={shown} who={clientName(tag)} />
}

function OpeningHeart({ shown, who }: { readonly shown: ShownHeart; readonly who: string }) {
  const phrases = usePhrases()
  const { t } = phrases
  const id = useId()
  const button = useRef<HTMLButtonElement>(null)
  const panel = useRef<HTMLDivElement>(null)
  const [pinned, pin] = useState(false)
  const [near, come] = useState(false)
  const open = pinned || near

  useLayoutEffect(() => {
    const { current } = panel
    if (current === null || button.current === null) return
    const opener = button.current
    current.togglePopover(open)
    if (!open) return
    // Its words may come later, and change while it is open.
    const watch = new ResizeObserver(() => placeBeside(current, opener))
    watch.observe(current)
    return () => watch.disconnect()
  }, [open])

  const leave = () => {
    pin(false)
    come(false)
  }
  const onKeyDown = (keyDown: KeyboardEvent) => {
    if (keyDown.key !== 'Escape' || !open) return
    keyDown.preventDefault()
    keyDown.stopPropagation()
    leave()
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: what the button opens stays while the pointer is over it
    <span
      className="heart"
      onPointerEnter={({ pointerType }) => pointerType === 'mouse' && come(true)}
      onPointerLeave={({ currentTarget }) => (currentTarget.contains(document.activeElement) ? come(false) : leave())}
      onFocus={({ target }) => target.matches(':focus-visible') && come(true)}
      // A press on the words takes the focus away, but the pointer is still there.
      onBlur={({ currentTarget }) => !currentTarget.matches(':hover') && leave()}
      onKeyDown={onKeyDown}
    >
      <button
        ref={button}
        type="button"
        className="button button-plain button-small heart-button"
        aria-label={t('hearts.name', { who, words: heartWords(shown.view, phrases) })}
        aria-expanded={open}
        aria-controls={id}
        data-heart={shown.view.condition}
        onClick={() => (pinned ? leave() : pin(true))}
      >
        <HeartDial view={shown.view} />
        <span className="heart-short">{shortHeartWords(shown.view, phrases)}</span>
      </button>
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset is for controls */}
      <div
        ref={panel}
        id={id}
        popover="manual"
        role="group"
        aria-label={t('hearts.title', { who })}
        className="heart-panel"
      >
        {open && (
          <Suspense fallback={null}>
            <HeartPanel shown={shown} who={who} />
          </Suspense>
        )}
      </div>
    </span>
  )
}
