import type { Phrasebook } from '../language/phrasebook.tsx'
import type { HeartView } from '../projection/heart-view.ts'

/** What a heart says in words. Nothing in it counts, so that a name does not change each second. */
export function heartWords({ condition, server, client, death }: HeartView, phrases: Phrasebook): string {
  const { t } = phrases
  const seconds = (milliseconds: number) => secondsText(milliseconds, phrases)
  if (death !== null) return t(`hearts.dead-${death.by}`)
  if (condition === 'late') {
    if (server === null || server.condition === 'beating') return t('hearts.late-client')
    return t(client === null || client.condition === 'beating' ? 'hearts.late-server' : 'hearts.late-both')
  }
  if (server === null && client === null) return t('hearts.off')
  if (server === null) return t('hearts.to-client-only', { seconds: seconds(client?.interval ?? 0) })
  if (client === null) return t('hearts.to-server-only', { seconds: seconds(server.interval) })
  return server.interval === client.interval
    ? t('hearts.every', { seconds: seconds(server.interval) })
    : t('hearts.every-each', { out: seconds(server.interval), in: seconds(client.interval) })
}

/** The same where there is no room for more than a word. */
export function shortHeartWords({ condition, server, client }: HeartView, phrases: Phrasebook): string {
  if (condition !== 'beating') return phrases.t(`hearts.short-${condition}`)
  return phrases.t('hearts.every', { seconds: secondsText((server ?? client)?.interval ?? 0, phrases) })
}

export function secondsText(milliseconds: number, { number }: Phrasebook): string {
  return number(milliseconds / 1000, 'up-to-tenths')
}
