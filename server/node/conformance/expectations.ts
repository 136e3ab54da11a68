import { expect } from 'vitest'
import type { ConformanceServices } from './conformance-services.ts'
import type { RawResponse } from './raw-http-connection.ts'

/** Without the space that a server may put after `;`. */
export const contentType = (response: RawResponse): string | undefined =>
  response.header('content-type')?.replaceAll('; ', ';')

/** The only value that keeps every cache out. */
export const expectNotCached = (response: RawResponse): void => {
  expect(response.header('cache-control')).toBe('no-store, no-cache, no-transform, must-revalidate, max-age=0')
  expect(response.header('expires')).toBeNull()
  expect(response.header('last-modified')).toBeNull()
}

export const expectCached = (response: RawResponse): void => {
  expect(response.header('cache-control')).toMatch(/public/)
  expect(response.header('cache-control')).toMatch(/max-age=[1-9][0-9]{6}/)
  expect(response.header('expires')).not.toBeNull()
  expect(response.header('last-modified')).toBeNull()
}

export const expectCors = (response: RawResponse, origin = 'test'): void => {
  expect(response.header('access-control-allow-origin')).toBe(origin)
  expect(response.header('access-control-allow-credentials')).toBe('true')
}

/** OPTIONS from a page of another origin, and from one that has none. */
export const expectPreflight = async (services: ConformanceServices, path: string, methods: string): Promise<void> => {
  for (const origin of ['test', 'null']) {
    const response = await services.request('OPTIONS', path, { headers: [['Origin', origin]] })
    expect([200, 204]).toContain(response.status)
    expect(response.header('access-control-allow-methods')).toBe(methods)
    expect(Number(response.header('access-control-max-age'))).toBeGreaterThan(1_000_000)
    expectCached(response)
    expectCors(response, origin)
    expect(await response.body()).toBe('')
  }
}
