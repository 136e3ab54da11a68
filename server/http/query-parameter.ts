import type { HttpRequest } from './http-exchange.ts'

/** `application/x-www-form-urlencoded`; what is not well-formed stands for itself. */
const decoded = (text: string): string => {
  const spaced = text.replaceAll('+', ' ')
  try {
    return decodeURIComponent(spaced)
  } catch {
    return spaced
  }
}

/** The first query parameter of that name; null: there is none. */
export const queryParameter = (request: HttpRequest, name: string): string | null => {
  for (const pair of request.query.split('&')) {
    const equals = pair.indexOf('=')
    const key = equals < 0 ? pair : pair.slice(0, equals)
    if (pair !== '' && decoded(key) === name) return equals < 0 ? '' : decoded(pair.slice(equals + 1))
  }
  return null
}
