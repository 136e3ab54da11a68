/** The faces that every page sets its first words in. */
const FIRST_FACES = [/ibm-plex-sans-latin-wght-normal.*\.woff2$/, /ibm-plex-mono-latin-400-normal.*\.woff2$/]

/**
 * Vite plugin: lets the built page ask for its first fonts together with its script, instead of when the first words
 * are laid out, which are then laid out once.
 *
 * @returns {import('vite').Plugin}
 */
export const preloadFonts = () => ({
  name: 'frameflow:preload-fonts',
  apply: 'build',
  transformIndexHtml: {
    order: 'post',
    handler: (_html, { bundle = {} }) =>
      Object.keys(bundle)
        .filter((name) => FIRST_FACES.some((face) => face.test(name)))
        .map((name) => ({
          tag: 'link',
          attrs: { rel: 'preload', as: 'font', type: 'font/woff2', crossorigin: true, href: `/${name}` },
          injectTo: /** @type {const} */ ('head'),
        })),
  },
})
