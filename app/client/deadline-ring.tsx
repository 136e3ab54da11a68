const RADIUS = 6
const AROUND = 2 * Math.PI * RADIUS

/** What is left of a time limit, as a ring that empties. Beside it the same stands in words. */
export function DeadlineRing({ left }: { readonly left: number }) {
  const part = Math.min(1, Math.max(0, left))
  return (
    <svg className="deadline-ring" viewBox="0 0 16 16" width={16} height={16} aria-hidden>
      <circle className="deadline-ring-whole" cx={8} cy={8} r={RADIUS} />
      <circle className="deadline-ring-left" cx={8} cy={8} r={RADIUS} strokeDasharray={`${part * AROUND} ${AROUND}`} />
    </svg>
  )
}
