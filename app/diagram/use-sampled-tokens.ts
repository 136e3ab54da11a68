import { useMemo, useSyncExternalStore } from 'react'
import { usePage } from '../playback/playback-context.tsx'
import type { TokensSource } from '../playback/tokens-source.ts'
import type { Token } from '../projection/token.ts'
import type { EdgeTraffic } from '../projection/travel-index.ts'

/** Real milliseconds between two looks: words need not change as fast as pictures. */
const LOOK_EVERY = 300

export interface SampledTokens {
  readonly tokens: readonly Token[]
  readonly traffic: readonly EdgeTraffic[]
}

const NOTHING: SampledTokens = { tokens: [], traffic: [] }

/** What is in flight for those who read it instead of seeing it move: a few looks a second, and one at rest. */
export function useSampledTokens(): SampledTokens {
  const { tokens, views } = usePage()
  const samples = useMemo(() => {
    let looked = Number.NEGATIVE_INFINITY
    let sample = NOTHING
    return {
      subscribe: (listener: () => void) =>
        views.subscribe(() => {
          const now = performance.now()
          if (tokens.moving && now - looked < LOOK_EVERY) return
          looked = now
          sample = lookAt(tokens)
          listener()
        }),
      get: () => sample,
    }
  }, [tokens, views])
  return useSyncExternalStore(samples.subscribe, samples.get)
}

function lookAt(source: TokensSource): SampledTokens {
  const tokens = source.tokens()
  const traffic = source.traffic()
  return tokens.length === 0 && traffic.length === 0 ? NOTHING : { tokens, traffic }
}
