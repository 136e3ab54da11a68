import { describe, expect, it } from 'vitest'
import type { ClientState } from '../projection/lab-state.ts'
import { shownClients } from './shown-clients.ts'

const seen = (tag: string, status: ClientState['status']): Pick<ClientState, 'tag' | 'status'> => ({ tag, status })

describe('the clients shown', () => {
  it("are the page's own before they connect", () => {
    expect(shownClients(['A', 'B'], [])).toEqual(['A', 'B'])
  })

  it('keep their order whoever comes first, letters before longer tags', () => {
    const clients = [seen('zoe', 'connected'), seen('B', 'connected'), seen('C', 'open')] as ClientState[]
    expect(shownClients(['A', 'B'], clients)).toEqual(['A', 'B', 'C', 'zoe'])
  })

  it('drop who has left only when there is no room', () => {
    const left = [seen('C', 'closed'), seen('D', 'closed')] as ClientState[]
    expect(shownClients(['A', 'B'], left)).toEqual(['A', 'B', 'C', 'D'])
    expect(shownClients(['A', 'B'], [...left, seen('E', 'connected') as ClientState])).toEqual(['A', 'B', 'E'])
  })
})
