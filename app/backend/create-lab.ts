import type { FeedCommand, FeedResume } from '#trace'
import { parseFeedMessage } from './feed-message.ts'
import { openFeedSocket } from './live.ts'

/** Of a page that wants no events, only an answer. */
const NO_EVENTS: FeedResume = { resume: Number.MAX_SAFE_INTEGER }

/** Milliseconds. */
const PATIENCE = 5000

/**
 * Makes a lab with a named configuration; one that is there already is as good.
 *
 * @param feed of the lab `main`, the only one that can make labs
 * @returns whether it is there
 */
export function createLab(feed: string, lab: string, config: string): Promise<boolean> {
  const command: FeedCommand = { id: 1, command: 'create-lab', lab, config }
  return new Promise((resolve) => {
    const socket = openFeedSocket(feed, {
      opened() {
        socket.send(JSON.stringify(NO_EVENTS))
        socket.send(JSON.stringify(command))
      },
      received(data) {
        const message = parseFeedMessage(data)
        if (message !== null && 'reply' in message) end(!('error' in message) || message.error.code === 'lab-exists')
      },
      closed: () => end(false),
    })
    const timer = setTimeout(() => end(false), PATIENCE)
    const end = (isThere: boolean) => {
      clearTimeout(timer)
      resolve(isThere)
      socket.close()
    }
  })
}
