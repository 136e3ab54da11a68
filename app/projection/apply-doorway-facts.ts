import { type TraceEventOf, withFault } from '#trace'
import type { ApplyFact } from './fold-state.ts'

export const applyFaultChanged: ApplyFact<TraceEventOf<'fault.changed'>> = (state, event) => ({
  ...state,
  faults: withFault(state.faults, event),
})

export const applyGateChanged: ApplyFact<TraceEventOf<'gate.changed'>> = (state, { after }) => ({
  ...state,
  breakpoints: after,
})

export const applyHeld: ApplyFact<TraceEventOf<'gate.held'>> = (state, { waiting }) => ({
  ...state,
  atGates: [...state.atGates, waiting],
})

export const applyNotHeldAnyMore: ApplyFact<TraceEventOf<'gate.released' | 'gate.dropped' | 'gate.expired'>> = (
  state,
  { held },
) => ({ ...state, atGates: state.atGates.filter((waiting) => waiting.held !== held) })
