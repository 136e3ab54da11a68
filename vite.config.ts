import react from '@vitejs/plugin-react'
import type { Plugin } from 'vite'
import { defineConfig } from 'vitest/config'
import { developmentServer } from './server/node/development-server.ts'

const SERVER_ENTRIES = { main: 'server/node/main.ts', golden: 'server/node/golden.ts' }

/** Notes are compiled by MDX, which is only loaded when there is one to compile. */
const notes = (): Plugin => {
  let compiler: Promise<ReturnType<typeof import('@mdx-js/rollup').default>> | undefined
  return {
    name: 'frameflow:notes',
    enforce: 'pre',
    transform: {
      filter: { id: /\.mdx$/ },
      async handler(code, id) {
        compiler ??= import('@mdx-js/rollup').then(({ default: mdx }) => mdx())
        const compiled = await (await compiler).transform(code, id)
        return compiled?.code === undefined ? null : { code: compiled.code, map: null }
      },
    },
  }
}

export default defineConfig(({ isSsrBuild }) => ({
  root: 'app',
  define: { global: 'globalThis' },
  plugins: [notes(), react(), developmentServer()],
  server: { cors: false, strictPort: true },
  build: isSsrBuild
    ? {
        outDir: '../dist/server',
        emptyOutDir: true,
        ssr: true,
        target: 'node20',
        rollupOptions: { input: SERVER_ENTRIES, output: { entryFileNames: '[name].js' } },
      }
    : { outDir: '../dist/app', emptyOutDir: true },
  test: { root: '.', include: ['{server,app,content,scripts}/**/*.test.{ts,tsx}'] },
}))
