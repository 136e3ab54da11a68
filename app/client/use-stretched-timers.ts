import { useStore } from 'zustand'
import { useLivePage } from './live-page-context.tsx'

export function useStretchedTimers(): readonly [boolean, (stretched: boolean) => void] {
  const { timers } = useLivePage()
  return [useStore(timers, ({ stretched }) => stretched), (stretched) => timers.setState({ stretched })]
}
