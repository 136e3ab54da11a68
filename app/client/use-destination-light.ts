import { useTraceConnection } from '../playback/use-projection.ts'
import { useSpotlight } from '../spotlight/spotlight-context.ts'
import { destinationTakers } from './destination-takers.ts'
import { useLabNow } from './use-lab-now.ts'

/** Whether a word of the notes points at destinations like this one. */
export function useDestinationLight(destination: string): boolean {
  const configured = useLabNow((lab) => lab.config)
  const { hello } = useTraceConnection()
  const config = configured ?? hello?.config
  return useSpotlight(({ pointed }) => {
    if (pointed?.destinations === undefined || config === undefined) return false
    return destinationTakers(config, destination).some((taker) => pointed.destinations?.includes(taker))
  })
}
