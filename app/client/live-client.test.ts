import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { ClientReport } from '#trace'
import { FakeStompSocket } from './fake-stomp-socket.ts'
import { type ConnectOptions, LiveClient } from './live-client.ts'

const OPTIONS: ConnectOptions = { transport: 'raw WebSocket', authorization: null, reconnectDelay: 5000 }
const CONNECTED = 'CONNECTED\nversion:1.2\nheart-beat:0,0\n\n\0'

function start(options: Partial<ConnectOptions> = {}) {
  const sockets: FakeStompSocket[] = []
  const reports: ClientReport[] = []
  const client = new LiveClient('A', {
    openSocket: (transport, _tag, attempts) => {
      attempts.tried(transport.name, null)
      const socket = new FakeStompSocket()
      sockets.push(socket)
      return socket
    },
    report: (_client, report) => reports.push(report),
    now: () => 0,
  })
  const newest = () => {
    const socket = sockets.at(-1)
    if (socket === undefined) throw new Error('no socket was opened')
    return socket
  }
  const connect = async () => {
    client.connect({ ...OPTIONS, ...options })
    await vi.advanceTimersByTimeAsync(0)
    newest().open()
    newest().receive(CONNECTED)
  }
  return { client, reports, sockets, newest, connect }
}

describe('a live client', () => {
  beforeEach(() => {
    vi.useFakeTimers()
  })
  afterEach(() => {
    vi.useRealTimers()
  })

  it('sends a text as it stands, past stompjs, where there is a connection', async () => {
    const { client, newest, connect } = start()
    expect(client.sendAsItStands('SEND\n\n\0')).toBe(false)
    await connect()
    expect(client.sendAsItStands('SEND no frame')).toBe(true)
    expect(newest().sent.at(-1)).toBe('SEND no frame')
    newest().end(1006, '')
    expect(client.sendAsItStands('SEND\n\n\0')).toBe(false)
  })

  it('says CONNECT when its socket opens and is connected with CONNECTED', async () => {
    const { client, newest, connect } = start({ authorization: 'Bearer ada' })
    const statuses: string[] = []
    client.subscribeToState(() => statuses.push(client.state.status))
    await connect()
    expect(newest().sent).toEqual([
      'CONNECT\nAuthorization:Bearer ada\naccept-version:1.2,1.1,1.0\nheart-beat:10000,10000\n\n\0',
    ])
    expect([...new Set(statuses)]).toEqual(['connecting', 'connected'])
    expect(client.state.stompVersion).toBe('1.2')
  })

  it('tells the lab what only it can know, in order', async () => {
    const { client, reports, newest, connect } = start()
    await connect()
    client.subscribe('/topic/greetings')
    newest().receive('MESSAGE\ndestination:/topic/greetings\nsubscription:sub-0\nmessage-id:7\n\nhi\0')
    expect(reports).toEqual([
      { report: 'connecting', transport: 'raw WebSocket' },
      { report: 'transport-tried', transport: 'raw WebSocket', deadline: null },
      { report: 'transport-opened', transport: 'raw WebSocket' },
      { report: 'stomp-connected', version: '1.2' },
      { report: 'callback-called', subscription: 'sub-0', messageId: '7' },
    ])
  })

  it('reports a MESSAGE that no subscription of its own waits for', async () => {
    const { client, reports, newest, connect } = start()
    await connect()
    client.subscribe('/topic/greetings')
    client.unsubscribe('sub-0')
    newest().receive('MESSAGE\ndestination:/topic/greetings\nsubscription:sub-0\nmessage-id:8\n\nhi\0')
    expect(reports.at(-1)).toEqual({ report: 'unhandled', what: 'MESSAGE sub-0' })
  })

  it('sends a greeting as 92 octets', async () => {
    const { client, newest, connect } = start()
    await connect()
    client.send('/app/hello', '{"name":"Ada"}', { 'content-type': 'application/json' })
    expect(newest().sent.at(-1)).toBe(
      'SEND\ndestination:/app/hello\ncontent-type:application/json\ncontent-length:14\n\n{"name":"Ada"}\0',
    )
    expect(client.frames.state.rows.at(-1)).toMatchObject({ direction: 'to-server', command: 'SEND', octets: 92 })
  })

  it('subscribes again to what it had when it comes back after a loss', async () => {
    const { client, reports, newest, sockets, connect } = start()
    await connect()
    client.subscribe('/topic/greetings')
    newest().end(1006, '')
    expect(client.state).toMatchObject({
      status: 'reconnecting',
      reconnectAt: 5000,
      subscriptions: [],
      trouble: { kind: 'socket-closed', code: 1006 },
    })
    expect(reports.slice(-2)).toEqual([
      { report: 'closed', code: 1006, reason: '', wasClean: false },
      { report: 'reconnecting', delay: 5000 },
    ])
    await vi.advanceTimersByTimeAsync(5000)
    expect(sockets).toHaveLength(2)
    newest().open()
    newest().receive(CONNECTED)
    expect(newest().sent.at(-1)).toBe('SUBSCRIBE\nid:sub-0\ndestination:/topic/greetings\n\n\0')
    expect(client.state).toMatchObject({ status: 'connected', trouble: null })
  })

  it('stays closed after a loss when it shall not reconnect', async () => {
    const { client, sockets, newest, connect } = start({ reconnectDelay: 0 })
    await connect()
    newest().end(1011, 'went wrong')
    await vi.advanceTimersByTimeAsync(60_000)
    expect(client.state).toMatchObject({ status: 'closed', trouble: { code: 1011, reason: 'went wrong' } })
    expect(sockets).toHaveLength(1)
  })

  it('says DISCONNECT, waits for its receipt and is closed', async () => {
    const { client, newest, connect } = start()
    await connect()
    client.disconnect()
    expect(newest().sent.at(-1)).toMatch(/^DISCONNECT\nreceipt:close-0\n/)
    expect(client.state.status).toBe('connected')
    newest().receive('RECEIPT\nreceipt-id:close-0\n\n\0')
    await vi.advanceTimersByTimeAsync(0)
    expect(client.state).toMatchObject({ status: 'closed', trouble: null, subscriptions: [] })
  })

  it('stops waiting for the receipt when asked a second time', async () => {
    const { client, connect } = start()
    await connect()
    client.disconnect()
    client.disconnect()
    await vi.advanceTimersByTimeAsync(0)
    expect(client.state.status).toBe('closed')
  })

  it('is closed at once when it is told so between two tries', async () => {
    const { client, sockets, newest, connect } = start()
    await connect()
    newest().end(1006, '')
    client.disconnect()
    await vi.advanceTimersByTimeAsync(60_000)
    expect(client.state.status).toBe('closed')
    expect(sockets).toHaveLength(1)
  })

  it('shows the message of an ERROR as its trouble, not the close that follows', async () => {
    const { client, newest } = start({ reconnectDelay: 0 })
    client.connect({ ...OPTIONS, reconnectDelay: 0 })
    await vi.advanceTimersByTimeAsync(0)
    newest().open()
    newest().receive('ERROR\nmessage:token expired\ncontent-length:0\n\n\0')
    newest().end(1002, '')
    expect(client.state).toMatchObject({ status: 'closed', trouble: { kind: 'stomp-error', message: 'token expired' } })
  })

  it('shows why its newest connection ended, not what ended one before', async () => {
    const { client, newest, connect } = start()
    await connect()
    newest().receive('ERROR\nmessage:token expired\ncontent-length:0\n\n\0')
    newest().end(1002, '')
    await vi.advanceTimersByTimeAsync(5000)
    newest().end(1012, '')
    expect(client.state).toMatchObject({ status: 'reconnecting', trouble: { kind: 'socket-closed', code: 1012 } })
  })

  it('sends nothing through a socket that closes', async () => {
    const { client, newest, connect } = start()
    await connect()
    expect(client.send('/app/hello', '{}', {})).toBe(true)
    newest().readyState = 2
    expect(client.send('/app/hello', '{}', {})).toBe(false)
    expect(client.sendAsItStands('SEND\n\n\0')).toBe(false)
    expect(newest().sent.filter((text) => text.startsWith('SEND'))).toHaveLength(1)
  })

  it('reconnects by itself only as long as it is active, and if it was told to', async () => {
    const { client, newest, connect } = start()
    expect(client.reconnects).toBe(false)
    await connect()
    expect(client.reconnects).toBe(true)
    client.disconnect()
    newest().receive('RECEIPT\nreceipt-id:close-0\n\n\0')
    await vi.advanceTimersByTimeAsync(0)
    expect(client.reconnects).toBe(false)
    await connect()
    expect(client.reconnects).toBe(true)
    const other = start({ reconnectDelay: 0 })
    await other.connect()
    expect(other.client.reconnects).toBe(false)
  })

  it('counts heart-beats and lists none of them', async () => {
    const { client, newest, connect } = start()
    await connect()
    newest().receive('\n')
    newest().receive('\n')
    expect(client.frames.state.heartbeats).toBe(2)
    expect(client.frames.state.rows.map((row) => row.command)).toEqual(['CONNECT', 'CONNECTED'])
  })

  it('keeps its letter while it has a connection', async () => {
    const { client, connect } = start()
    await connect()
    client.renameTo('C')
    expect(client.tag).toBe('A')
  })
})
