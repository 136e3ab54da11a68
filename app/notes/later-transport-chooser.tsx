import { lazy, Suspense } from 'react'

const Chooser = lazy(() =>
  import('./transport-chooser.tsx').then(({ TransportChooser }) => ({ default: TransportChooser })),
)

/** One chapter has it. */
export function LaterTransportChooser() {
  return (
    <Suspense fallback={null}>
      <Chooser />
    </Suspense>
  )
}
