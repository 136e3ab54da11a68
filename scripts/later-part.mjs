/**
 * A part of the page that it asks Vite for when it needs it: a module behind an `import()`.
 *
 * @typedef {object} LaterPart
 * @property {string} id
 * @property {string} page the name under which the page that asks is known to Vite
 */

/**
 * @param {{ method?: string | undefined, url?: string | undefined }} request
 * @returns {LaterPart | null}
 */
export const laterPart = ({ method, url = '' }) => {
  if (method !== 'GET' || !url.startsWith('/@vite/lazy?')) return null
  const parameters = new URL(url, 'http://vite').searchParams
  return { id: parameters.get('id') ?? '', page: parameters.get('clientId') ?? '' }
}
