import { clientHue } from '../styles/client-hue.ts'
import { connectionPipe, pipeFill } from './connection-pipe.ts'
import { useDiagramView } from './diagram-view.ts'
import { type EdgeCurve, reversed, svgArrow, svgPath } from './edge-curve.ts'
import './connection-pipe.css'

interface ConnectionPipeLineProps {
  readonly tag: string
  readonly curve: EdgeCurve
  /** Else it is only a way that the message went. */
  readonly isConnection: boolean
}

/**
 * The way between a client and its endpoint as what it is: a WebSocket is a pipe of two lanes; a held answer is one
 * that leads down to the client and fills up to its limit; between two requests it is snapped; a poll is a thread.
 */
export function ConnectionPipeLine({ tag, curve, isConnection }: ConnectionPipeLineProps) {
  const { lab } = useDiagramView()
  const pipe = isConnection ? connectionPipe(lab, tag) : null
  if (pipe === null) {
    return (
      <>
        <path className="flow-edge-line" d={svgPath(curve)} />
        <path className="flow-edge-arrow" d={svgArrow(curve)} />
      </>
    )
  }
  const down = { ...reversed(curve), start: curve.tip }
  const path = svgPath(down)
  if (pipe.kind === 'upgrade') {
    return (
      <>
        <path className="pipe-wall" d={path} />
        <path className="pipe-bore" d={path} />
        <path className="pipe-middle" d={path} />
      </>
    )
  }
  const look = pipe.request === null ? 'snapped' : pipe.kind
  // Whoever's message comes through it, the answer is to this client.
  return (
    <g data-hue={clientHue(tag)}>
      <path className="pipe-answer" data-answer={look} d={path} />
      {look === 'stream' && (
        <path className="pipe-fill" d={path} pathLength={1} strokeDasharray={`${pipeFill(pipe)} 2`} />
      )}
    </g>
  )
}
