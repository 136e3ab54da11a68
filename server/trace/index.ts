/** The door `#trace`: the one contract between the server, the page, the notes and the recordings. */
export type * from './feed.ts'
export type * from './lab-configuration.ts'
export * from './message-numbering.ts'
export * from './recording.ts'
export * from './station.ts'
export * from './step.ts'
export type * from './trace-event.ts'
export * from './trace-ring.ts'
