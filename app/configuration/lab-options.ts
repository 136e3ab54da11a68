import type { HeartbeatPair, LabConfiguration } from '#trace'

/** One switch of a configuration, over whatever else it says. */
export interface LabOption {
  isOn(config: LabConfiguration): boolean
  /** Custom: the lab knows whether that is a named one. */
  turned(config: LabConfiguration, on: boolean): LabConfiguration
}

/** Milliseconds, as the configuration `heartbeat` has them: fast enough to be watched. */
const BEATS: HeartbeatPair = [1000, 1000]

export const LAB_OPTIONS = {
  deflate: {
    isOn: ({ permessageDeflate }) => permessageDeflate === true,
    turned({ permessageDeflate: _, ...config }, on) {
      return { ...config, name: 'custom', ...(on && { permessageDeflate: true }) }
    },
  },
  'heart-beats': {
    isOn: ({ simpleBroker }) => simpleBroker.heartbeat !== null,
    turned(config, on) {
      // Without a value a TaskScheduler would bring one.
      const { taskScheduler: _, ...simpleBroker } = config.simpleBroker
      return { ...config, name: 'custom', simpleBroker: { ...simpleBroker, heartbeat: on ? BEATS : null } }
    },
  },
} as const satisfies Readonly<Record<string, LabOption>>

export type LabOptionName = keyof typeof LAB_OPTIONS

export const LAB_OPTION_NAMES: readonly LabOptionName[] = ['deflate', 'heart-beats']
