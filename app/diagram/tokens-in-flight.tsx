import { usePhrases } from '../language/use-phrases.ts'
import { usePage } from '../playback/playback-context.tsx'
import { tokenText } from './draw-token.ts'
import { placesOf } from './edge-lines.ts'
import { placeName } from './place-name.ts'
import type { SampledTokens } from './use-sampled-tokens.ts'

/** The canvas in words. A token is gone too soon for the Tab key to stop at it; its hop in the route is not. */
export function TokensInFlight({ tokens }: { readonly tokens: SampledTokens['tokens'] }) {
  const { t } = usePhrases()
  const { playback } = usePage()
  return (
    <ul className="visually-hidden" aria-label={t('diagram.in-flight')}>
      {tokens.map((token, place) => {
        const [from, to] = placesOf(token.edge)
        const params = { label: tokenText({ ...token, weight: 1 }), from: placeName(from), to: placeName(to) }
        return (
          // The next token takes over the item of one that is gone: a change of text, not of elements.
          // biome-ignore lint/suspicious/noArrayIndexKey: see above
          <li key={place} data-seq={token.seq}>
            <button type="button" tabIndex={-1} onClick={() => playback.getState().select(token.seq)}>
              {token.weight > 1
                ? t('diagram.token-times', { ...params, weight: token.weight })
                : t('diagram.token', params)}
            </button>
          </li>
        )
      })}
    </ul>
  )
}
