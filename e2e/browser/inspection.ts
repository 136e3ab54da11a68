import type { Page } from '@playwright/test'
import type { TraceEvent } from '#trace'
import type { FrameflowInspection } from '../../app/playback/frameflow-inspection.ts'
import type { LabState } from '../../app/projection/lab-state.ts'

declare global {
  interface Window {
    frameflow: FrameflowInspection
  }
}

/** `window.frameflow` of a page, from outside. */
export interface Inspection {
  events(): Promise<readonly TraceEvent[]>
  cursor(): Promise<number>
  state(): Promise<LabState>
  /** Where each token that is in flight is now. */
  tokens(): Promise<ReturnType<FrameflowInspection['tokensAt']>>
  seek(cursor: number): Promise<void>
  /** Waits until the picture shows everything that has happened, and nothing travels any more. */
  atRest(): Promise<void>
}

export const inspection = (page: Page): Inspection => ({
  events: () => page.evaluate(() => window.frameflow.events()),
  cursor: () => page.evaluate(() => window.frameflow.cursor),
  state: async () => (await page.evaluate(() => window.frameflow.state())) as LabState,
  tokens: () => page.evaluate(() => window.frameflow.tokensAt(window.frameflow.displayTime)),
  seek: (cursor) => page.evaluate((wanted) => window.frameflow.seek(wanted), cursor),
  atRest: async () => {
    await page.waitForFunction(() => {
      const { following, cursor, displayTime, events, tokensAt } = window.frameflow
      // What was evicted still counts.
      const end = (events(cursor - 1).at(-1)?.seq ?? -1) + 1
      return following && cursor === end && tokensAt(displayTime).length === 0
    })
  },
})
