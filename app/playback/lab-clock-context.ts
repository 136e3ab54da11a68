import { createContext } from 'react'

/** The clock of the lab of now. */
export interface LabClock {
  /** Milliseconds. */
  labTime(): number
}

/** Null: no lab runs behind the page. */
export const LabClockContext = createContext<LabClock | null>(null)
