/** The lab's named configurations, those first that most people want to try. */
export const CONFIGURATION_NAMES = [
  'default',
  'deflate',
  'heartbeat',
  'ordered',
  'requireToken',
  'errorHandler',
  'appWs',
  'noPrefixes',
  'selector',
  'small',
  'handshake',
  'sockjsFast',
  'sockjsNoWebSocket',
] as const

export type ConfigurationName = (typeof CONFIGURATION_NAMES)[number]

export function isNamed(name: string): name is ConfigurationName {
  return CONFIGURATION_NAMES.some((known) => known === name)
}
