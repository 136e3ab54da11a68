import { useEffect, useState } from 'react'
import type { TokensSource } from '../playback/tokens-source.ts'
import { useTokensSource } from '../playback/use-projection.ts'
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
  const source = useTokensSource()
  const [sample, setSample] = useState(NOTHING)
  useEffect(() => {
    let looked = Number.NEGATIVE_INFINITY
    return source.subscribe(() => {
      const now = performance.now()
      if (source.moving && now - looked < LOOK_EVERY) return
      looked = now
      setSample(lookAt(source))
    })
  }, [source])
  return sample
}

function lookAt(source: TokensSource): SampledTokens {
  const tokens = source.tokens()
  const traffic = source.traffic()
  return tokens.length === 0 && traffic.length === 0 ? NOTHING : { tokens, traffic }
}
