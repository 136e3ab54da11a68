import type { Locator, Page } from '@playwright/test'

/** A client's card: `A Ada`, `B Bob`, … */
export interface ClientCard {
  readonly card: Locator
  readonly connect: Locator
  readonly disconnect: Locator
  readonly transport: Locator
  readonly subscribeTo: Locator
  readonly subscribe: Locator
  readonly destination: Locator
  readonly body: Locator
  readonly send: Locator
  readonly sendHello: Locator
  readonly subscriptions: Locator
  readonly frames: Locator
}

/** What is on the page, by the roles and names that other programs may rely on. */
export interface FrameflowPage {
  readonly diagram: Locator
  readonly caption: Locator
  readonly position: Locator
  readonly speed: Locator
  readonly messagesInFlight: Locator
  readonly inspector: Locator
  readonly explanation: Locator
  readonly filter: Locator
  readonly addClient: Locator
  /** A box of the diagram, by its station's bean name. */
  box(station: string): Locator
  /** The text twin: the route of the message with that number, or of whichever is chosen. */
  route(messageNumber?: number): Locator
  /** A landmark region: `Clients`, `Timeline`, `Notes`, … */
  region(name: string): Locator
  /** A button of the playback: `Play`, `Step back`, `Go live`, … */
  playback(name: string): Locator
  client(name: string): ClientCard
  /** Opens the page with these parameters and waits for the diagram. */
  open(parameters?: Readonly<Record<string, string>>): Promise<void>
}

const clientCard = (page: Page, name: string): ClientCard => {
  const card = page.getByRole('group', { name: `Client ${name}`, exact: true })
  const button = (label: string): Locator => card.getByRole('button', { name: label, exact: true })
  const combobox = (label: string): Locator => card.getByRole('combobox', { name: label, exact: true })
  return {
    card,
    connect: button('Connect'),
    disconnect: button('Disconnect'),
    transport: combobox('Transport'),
    subscribeTo: combobox('Subscribe to'),
    subscribe: button('Subscribe'),
    destination: combobox('Destination'),
    body: card.getByRole('textbox', { name: 'Body', exact: true }),
    send: button('Send'),
    sendHello: button('Send hello'),
    subscriptions: card.getByRole('list', { name: 'Subscriptions', exact: true }),
    frames: card.getByRole('log', { name: 'Frames', exact: true }),
  }
}

export const frameflowPage = (page: Page): FrameflowPage => {
  const diagram = page
    .getByRole('group', { name: 'Message flow diagram' })
    .or(page.getByRole('application', { name: 'Message flow diagram' }))
  const playback = page.getByRole('contentinfo', { name: 'Playback' })
  const inspector = page.getByRole('complementary', { name: 'Inspector' })
  return {
    diagram,
    caption: page.getByRole('status', { name: 'Caption' }),
    position: page.getByRole('slider', { name: 'Position' }),
    speed: page.getByRole('combobox', { name: 'Speed' }),
    messagesInFlight: page.getByRole('list', { name: 'Messages in flight' }),
    inspector,
    explanation: inspector.getByRole('status', { name: 'Explanation' }),
    filter: page.getByRole('searchbox', { name: 'Filter' }),
    addClient: page.getByRole('button', { name: 'Add client' }),
    box: (station) => diagram.getByRole('button', { name: new RegExp(`^${station}\\b`) }),
    route: (messageNumber) =>
      page.getByRole('list', {
        name: messageNumber === undefined ? /^Route of message/ : `Route of message ${messageNumber}`,
      }),
    region: (name) => page.getByRole('region', { name, exact: true }),
    playback: (name) => playback.getByRole('button', { name }),
    client: (name) => clientCard(page, name),
    open: async (parameters = {}) => {
      await page.goto(`/?${new URLSearchParams(parameters)}`)
      await diagram.waitFor()
    },
  }
}
