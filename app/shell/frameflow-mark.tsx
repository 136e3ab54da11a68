/** A frame that a message leaves. */
export function FrameflowMark() {
  return (
    <svg className="frameflow-mark" viewBox="0 0 24 18" width="24" height="18" aria-hidden="true">
      <rect className="frameflow-mark-frame" x="1.25" y="2.25" width="15" height="13.5" rx="4" />
      <path className="frameflow-mark-flow" d="M9 9H21M17.5 5.5 21.5 9 17.5 12.5" />
    </svg>
  )
}
