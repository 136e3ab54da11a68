import { describe, expect, test } from 'vitest'
import type { Scenario, ScenarioStep } from '../../content/scenarios/scenario.ts'
import type { LiveClientState } from '../client/live-client-state.ts'
import { slowFrom, standsReady } from './ready-clients.ts'

const CONNECT = { do: 'connect', client: 'A' } as const
const SUBSCRIBE = { do: 'subscribe', client: 'A', destination: '/topic/greetings' } as const
const SEND = { do: 'send', client: 'A', destination: '/app/hello', body: '' } as const
const MARK = { do: 'mark', label: { en: '', vi: '' } } as const

const scenario = (...steps: ScenarioStep[]): Scenario => ({ name: 'a/b', proves: [], steps })

const connected = (...destinations: string[]): LiveClientState => ({
  tag: 'A',
  status: 'connected',
  openTransport: 'raw WebSocket',
  stompVersion: '1.2',
  reconnectAt: null,
  subscriptions: destinations.map((destination, index) => ({ id: `sub-${index}`, destination })),
  trouble: null,
})

describe('a client need not connect again', () => {
  test('where it is connected with just the subscriptions that the scenario begins with', () => {
    const begins = scenario(CONNECT, SUBSCRIBE, MARK, SEND)
    expect(standsReady(connected('/topic/greetings'), CONNECT, begins)).toBe(true)
    expect(standsReady(connected(), CONNECT, begins)).toBe(false)
    expect(standsReady(connected('/topic/greetings', '/topic/echo'), CONNECT, begins)).toBe(false)
  })

  test('but must where the scenario subscribes after it has sent, or wants a transport or a token', () => {
    const state = connected('/topic/greetings')
    expect(standsReady(state, CONNECT, scenario(CONNECT, SEND, SUBSCRIBE))).toBe(false)
    const websocket = { ...CONNECT, transport: 'websocket' } as const
    expect(standsReady(state, websocket, scenario(websocket, SUBSCRIBE))).toBe(false)
    const token = { ...CONNECT, token: 'ada' }
    expect(standsReady(state, token, scenario(token, SUBSCRIBE))).toBe(false)
  })
})

describe('a run is slow', () => {
  test('from its first mark on, or from the first step that does more than set the scene', () => {
    expect(slowFrom(scenario(CONNECT, SUBSCRIBE, MARK, SEND))).toBe(2)
    expect(slowFrom(scenario(CONNECT, SEND, MARK, SEND))).toBe(1)
  })

  test('after frames by hand that set the scene as well', () => {
    const open = { do: 'open', client: 'C' } as const
    const write = (text: string) => ({ do: 'write', client: 'C', texts: [text] }) as const
    const connect = write('CONNECT\naccept-version:1.2\n\n\0')
    const subscribe = 'SUBSCRIBE\nid:s\ndestination:/topic/greetings\n\n'
    expect(slowFrom(scenario(open, connect, write(`${subscribe}\0`), write('SEND\n\n\0')))).toBe(3)
    expect(slowFrom(scenario(open, connect, write(subscribe)))).toBe(2)
    expect(slowFrom(scenario(open, connect))).toBe(0)
  })

  test('from its mark, where nothing but the scene is set', () => {
    expect(slowFrom(scenario(CONNECT, MARK, SUBSCRIBE))).toBe(1)
  })

  test('from its beginning, where setting the scene is all that it does', () => {
    expect(slowFrom(scenario(CONNECT, SUBSCRIBE))).toBe(0)
  })
})
