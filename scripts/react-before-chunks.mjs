/** What React looks for when its modules run; @vitejs/plugin-react's preamble takes the renderers over from it. */
const HOOKS = `
window.$RefreshReg$ = () => {}
window.$RefreshSig$ = () => (type) => type
window.__REACT_DEVTOOLS_GLOBAL_HOOK__ ??= {
  renderers: new Map(),
  supportsFiber: true,
  inject(renderer) {
    this.renderers.set(this.renderers.size, renderer)
    return this.renderers.size - 1
  },
  onScheduleFiberRoot() {},
  onCommitFiberRoot() {},
  onCommitFiberUnmount() {},
}
`

/**
 * Vite plugin: @vitejs/plugin-react sets React's hooks up in the page's first chunk, but chunks that it shares with
 * others run before it (vite-plugin-react#1191).
 *
 * @returns {import('vite').Plugin}
 */
export const reactBeforeChunks = () => ({
  name: 'frameflow:react-before-chunks',
  transformIndexHtml: {
    order: 'post',
    handler: () => [{ tag: 'script', children: HOOKS, injectTo: 'head-prepend' }],
  },
})
