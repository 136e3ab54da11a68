import { useMemo } from 'react'
import { usePhrases } from '../language/use-phrases.ts'
import { usePage } from '../playback/playback-context.tsx'
import { usePlayback } from '../playback/use-projection.ts'
import { clientName } from '../projection/client-name.ts'
import type { MessageLeg } from '../projection/layers/message-leg.ts'
import { relatedFrames } from '../projection/layers/related-frames.ts'
import { GROWS_FOR } from './use-inspected.ts'

type StompFrameEvent = NonNullable<MessageLeg['stomp']>

/** The frames that a frame came out of, and those that came out of it; each leads there. */
export function RelatedFramesList({ frame }: { readonly frame: StompFrameEvent }) {
  const { t } = usePhrases()
  const { log } = usePage().trace
  const grown = usePlayback(({ live }) => Math.min(live, frame.seq + GROWS_FOR))
  // biome-ignore lint/correctness/useExhaustiveDependencies: effects follow while the log grows
  const { causes, effects } = useMemo(() => relatedFrames(log, frame), [log, frame, grown])
  return (
    <>
      <FrameButtons name={t('inspector.caused-by')} frames={causes} />
      <FrameButtons name={t('inspector.caused')} frames={effects} />
    </>
  )
}

interface FrameButtonsProps {
  readonly name: string
  readonly frames: readonly StompFrameEvent[]
}

function FrameButtons({ name, frames }: FrameButtonsProps) {
  const { t } = usePhrases()
  const showStepOf = usePlayback((state) => state.showStepOf)
  if (frames.length === 0) return null
  return (
    <span>
      {name}
      {frames.map(({ seq, type, client, frame }) => (
        <button key={seq} type="button" className="button button-plain button-small" onClick={() => showStepOf(seq)}>
          {t(type === 'stomp.frame-decoded' ? 'inspector.title-from' : 'inspector.title-to', {
            what: frame.command,
            who: client === null ? '' : clientName(client),
          })}
        </button>
      ))}
    </span>
  )
}
