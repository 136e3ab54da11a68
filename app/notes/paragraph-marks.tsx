import { type RefObject, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react'
import { usePhrases } from '../language/use-phrases.ts'
import { usePlayback, useRoute } from '../playback/use-projection.ts'
import { keepInView, scrollerOf } from '../scroll/scroller.ts'
import { useSpotlight } from '../spotlight/spotlight-context.ts'
import { currentParagraph } from './current-paragraph.ts'
import './paragraph-marks.css'
import { useReaderAway } from './use-reader-away.ts'

interface ParagraphMarksProps {
  readonly text: RefObject<HTMLElement | null>
}

/**
 * Marks in the text of a chapter what belongs to the picture: the paragraph about where the message is, and those about
 * the box that was chosen. The text itself is not rendered again for it.
 */
export function ParagraphMarks({ text }: ParagraphMarksProps) {
  const [paragraphs, setParagraphs] = useState<readonly HTMLElement[]>([])
  useLayoutEffect(() => {
    setParagraphs([...(text.current?.querySelectorAll<HTMLElement>('[data-stations]') ?? [])])
  }, [text])
  useCurrentMark(text, paragraphs)
  return <ChosenMarks paragraphs={paragraphs} />
}

function stationsOf(paragraph: HTMLElement): readonly string[] {
  return paragraph.dataset.stations?.split(' ') ?? []
}

/** The text follows the cursor while somebody walks with it, unless the reader has gone elsewhere. */
function useCurrentMark(text: RefObject<HTMLElement | null>, paragraphs: readonly HTMLElement[]): void {
  const { message, items } = useRoute()
  const following = usePlayback((state) => state.following)
  const away = useReaderAway(text, message)
  const subjects = useMemo(() => paragraphs.map(stationsOf), [paragraphs])
  const index = useMemo(() => {
    const way = items.filter(({ state }) => state !== 'not-yet').map(({ station }) => station)
    return currentParagraph(way, subjects)
  }, [items, subjects])
  useEffect(() => {
    const paragraph = index === null ? undefined : paragraphs[index]
    if (paragraph === undefined) return
    paragraph.dataset.current = ''
    const scroller = scrollerOf(paragraph)
    if (scroller !== null && !following && !away.current) keepInView(scroller, paragraph)
    return () => {
      delete paragraph.dataset.current
    }
  }, [index, paragraphs, following, away])
}

/** How many paragraphs are about the chosen box, and the way to the next of them. */
function ChosenMarks({ paragraphs }: { readonly paragraphs: readonly HTMLElement[] }) {
  const { t } = usePhrases()
  const chosen = useSpotlight((spotlight) => spotlight.chosen)
  const read = useRef(-1)
  const about = useMemo(
    () => (chosen === null ? [] : paragraphs.filter((paragraph) => stationsOf(paragraph).includes(chosen))),
    [chosen, paragraphs],
  )
  const goTo = (index: number) => {
    read.current = index
    about[index]?.scrollIntoView({ block: 'center' })
  }
  useEffect(() => {
    read.current = 0
    about[0]?.scrollIntoView({ block: 'center' })
    for (const paragraph of about) paragraph.dataset.chosen = ''
    return () => {
      for (const paragraph of about) delete paragraph.dataset.chosen
    }
  }, [about])
  if (chosen === null) return null
  return (
    <p className="chosen-marks">
      {about.length === 0
        ? t('notes.nothing-about', { station: chosen })
        : t('notes.paragraphs-about', { count: about.length, station: chosen })}
      {about.length > 1 && (
        <button type="button" className="button button-small" onClick={() => goTo((read.current + 1) % about.length)}>
          {t('notes.next-about')}
        </button>
      )}
    </p>
  )
}
