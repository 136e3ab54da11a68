import type { Station } from '#trace'

/**
 * Which paragraph is about what happens at the cursor: the shown message's way is read along with the text. A paragraph
 * stays as long as it is about the next station too; else the next one about it is read, or the first.
 *
 * @param way stations of the message so far, in order
 * @param paragraphs the stations that each is about
 * @returns its index; null where no paragraph is about where the message is now
 */
export function currentParagraph(way: readonly Station[], paragraphs: readonly (readonly string[])[]): number | null {
  let current: number | null = null
  let isHere = false
  for (const station of way) {
    const next = paragraphAbout(station, paragraphs, current ?? 0)
    isHere = next !== null
    current = next ?? current
  }
  return isHere ? current : null
}

function paragraphAbout(station: Station, paragraphs: readonly (readonly string[])[], from: number): number | null {
  const isAbout = (stations: readonly string[]) => stations.includes(station)
  const ahead = paragraphs.findIndex((stations, index) => index >= from && isAbout(stations))
  const index = ahead === -1 ? paragraphs.findIndex(isAbout) : ahead
  return index === -1 ? null : index
}
