import { expect, test } from 'vitest'
import { ClientRegistry } from './client-registry.ts'

test('a client without a tag gets the next free letter', () => {
  const clients = new ClientRegistry()
  expect(clients.admit('s1', null)).toBe('A')
  expect(clients.admit('s2', null)).toBe('B')
})

test('a client is called what it calls itself', () => {
  const clients = new ClientRegistry()
  expect(clients.admit('s1', 'Q7')).toBe('Q7')
  expect(clients.clientOf('s1')).toBe('Q7')
  expect(clients.sessionOf('Q7')).toBe('s1')
})

test.each([['A'], ['not a tag'], ['ABCDEFGHIJKLM'], ['']])('a tag %j that is taken or no tag is replaced', (wanted) => {
  const clients = new ClientRegistry()
  clients.admit('s1', 'A')
  expect(clients.admit('s2', wanted)).toBe('B')
})

test('an ended session frees its tag and keeps its name for facts after the end', () => {
  const clients = new ClientRegistry()
  clients.admit('s1', 'A')
  clients.leave('s1')
  expect(clients.clientOf('s1')).toBe('A')
  expect(clients.admit('s2', null)).toBe('A')
})

test('after Z come AA and AB', () => {
  const clients = new ClientRegistry()
  const tags = Array.from({ length: 28 }, (_, index) => clients.admit(`s${index}`, null))
  expect(tags.slice(25)).toEqual(['Z', 'AA', 'AB'])
})

test('the page that finds A and B free does the first run, the next page gets the next letters', () => {
  const clients = new ClientRegistry()
  expect(clients.claim(['A', 'B'], 'one')).toEqual({ clients: ['A', 'B'], first: true })
  expect(clients.claim(['A', 'B'], 'two')).toEqual({ clients: ['C', 'D'], first: false })
})

test('an external client does not get a letter that a page has claimed', () => {
  const clients = new ClientRegistry()
  clients.claim(['A', 'B'], 'one')
  expect(clients.admit('s1', null)).toBe('C')
})

test('a page that comes back finds the letters of its living clients again, another page does not', () => {
  const clients = new ClientRegistry()
  clients.claim(['A', 'B'], 'one')
  clients.admit('s1', 'A')
  clients.release('one')
  expect(clients.claim(['A'], 'two').clients).toEqual(['B'])
  expect(clients.claim(['A'], 'one')).toEqual({ clients: ['A'], first: false })
})

test('a page that went away frees its letters', () => {
  const clients = new ClientRegistry()
  clients.claim(['A', 'B'], 'one')
  clients.release('one')
  expect(clients.claim(['A', 'B'], 'two')).toEqual({ clients: ['A', 'B'], first: true })
})
