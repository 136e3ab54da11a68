import { expect, type Locator, type Page } from '@playwright/test'
import { type Inspection, inspection } from './inspection.ts'

/** A client's card: `A Ada`, `B Bob`, … */
export interface ClientCard {
  readonly card: Locator
  /** `idle`, `connected`, … as text, where `status` is given. */
  status(status: string): Locator
  readonly connect: Locator
  readonly disconnect: Locator
  readonly transport: Locator
  readonly options: Locator
  readonly token: Locator
  readonly kill: Locator
  readonly subscribeTo: Locator
  readonly subscribe: Locator
  readonly destination: Locator
  readonly body: Locator
  readonly send: Locator
  readonly sendHello: Locator
  readonly subscriptions: Locator
  readonly frames: Locator
  /** What went wrong last. */
  readonly trouble: Locator
}

/** What is on the page, by the roles and names that other programs may rely on. */
export interface FrameflowPage {
  readonly inspection: Inspection
  readonly diagram: Locator
  readonly caption: Locator
  readonly position: Locator
  readonly speed: Locator
  readonly messagesInFlight: Locator
  readonly inspector: Locator
  readonly explanation: Locator
  readonly filter: Locator
  readonly addClient: Locator
  /** `Live`, `N behind` or `Recorded`. */
  stateChip(text: string | RegExp): Locator
  /** A box of the diagram, by its station's bean name. */
  box(station: string): Locator
  /** The text twin: the route of the message with that number, or of whichever is chosen. */
  route(messageNumber?: number): Locator
  /** A landmark region: `Clients`, `Timeline`, `Notes`, … */
  region(name: string): Locator
  /** A button of the playback: `Play`, `Step back`, `Go live`, … */
  playback(name: string | RegExp): Locator
  client(name: string): ClientCard
  /** Opens the page with these parameters and waits for the diagram. */
  open(parameters?: Readonly<Record<string, string>>): Promise<void>
  /** Opens the page, lets Ada and Bob connect and subscribe, and cuts the show of it short. */
  start(parameters?: Readonly<Record<string, string>>): Promise<void>
  /** Lets Ada send her greeting, and shows at once what came of it. */
  greet(): Promise<void>
}

const clientCard = (page: Page, name: string): ClientCard => {
  const card = page.getByRole('group', { name: `Client ${name}`, exact: true })
  const button = (label: string): Locator => card.getByRole('button', { name: label, exact: true })
  const combobox = (label: string): Locator => card.getByRole('combobox', { name: label, exact: true })
  return {
    card,
    status: (status) => card.getByText(status, { exact: true }),
    connect: button('Connect'),
    disconnect: button('Disconnect'),
    transport: combobox('Transport'),
    options: button('Options'),
    token: combobox('Token on CONNECT'),
    kill: button('Kill socket'),
    subscribeTo: combobox('Subscribe to'),
    subscribe: button('Subscribe'),
    destination: combobox('Destination'),
    body: card.getByRole('textbox', { name: 'Body', exact: true }),
    send: button('Send'),
    sendHello: button('Send hello'),
    subscriptions: card.getByRole('list', { name: 'Subscriptions', exact: true }),
    frames: card.getByRole('log', { name: 'Frames', exact: true }),
    trouble: card.getByRole('alert'),
  }
}

/** Counted in the page: a whole log takes long on its way out. */
const callbacksCalled = (page: Page): Promise<number> =>
  page.evaluate(
    () =>
      window.frameflow
        .events()
        .filter((event) => event.type === 'client.reported' && event.report === 'callback-called').length,
  )

export const frameflowPage = (page: Page): FrameflowPage => {
  const inspected = inspection(page)
  const diagram = page
    .getByRole('group', { name: 'Message flow diagram' })
    .or(page.getByRole('application', { name: 'Message flow diagram' }))
  const playback = page.getByRole('contentinfo', { name: 'Playback' })
  const inspector = page.getByRole('complementary', { name: 'Inspector' })
  const caption = page.getByRole('status', { name: 'Caption' })
  const client = (name: string) => clientCard(page, name)
  const open = async (parameters: Readonly<Record<string, string>> = {}) => {
    await page.goto(`/?${new URLSearchParams(parameters)}`)
    await diagram.waitFor()
  }
  const goLive = async () => {
    await playback.getByRole('button', { name: /^Go live/ }).click()
    await inspected.atRest()
  }
  return {
    inspection: inspected,
    diagram,
    caption,
    position: page.getByRole('slider', { name: 'Position' }),
    speed: page.getByRole('combobox', { name: 'Speed' }),
    messagesInFlight: page.getByRole('list', { name: 'Messages in flight' }),
    inspector,
    explanation: inspector.getByRole('status', { name: 'Explanation' }),
    filter: page.getByRole('searchbox', { name: 'Filter' }),
    addClient: page.getByRole('button', { name: 'Add client' }),
    stateChip: (text) => page.getByRole('banner').getByText(text, { exact: true }),
    box: (station) => diagram.getByRole('button', { name: new RegExp(`^${station}\\b`) }),
    route: (messageNumber) =>
      page.getByRole('list', {
        name: messageNumber === undefined ? /^Route of message/ : `Route of message ${messageNumber}`,
        exact: true,
      }),
    region: (name) => page.getByRole('region', { name, exact: true }),
    playback: (name) => playback.getByRole('button', { name, exact: true }),
    client,
    open,
    start: async (parameters) => {
      await open(parameters)
      for (const name of ['A Ada', 'B Bob']) {
        await expect(client(name).subscriptions.getByRole('listitem')).toHaveText(/sub-0/)
      }
      await goLive()
    },
    greet: async () => {
      const before = await callbacksCalled(page)
      await client('A Ada').sendHello.click()
      await expect.poll(() => callbacksCalled(page)).toBe(before + 2)
      await goLive()
    },
  }
}
