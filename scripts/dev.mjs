// npm run dev: page and server in one process, on one port, with hot reload of both.
import { createServer } from 'vite'

/** @type {(sentence: string) => never} */
const refuse = (sentence) => {
  console.error(sentence)
  process.exit(1)
}

const host = process.env.HOST || '127.0.0.1'
const port = Number(process.env.PORT || 5173)
if (!Number.isInteger(port) || port < 1 || port > 65_535) {
  refuse(`PORT must be a number from 1 to 65535, not "${process.env.PORT}".`)
}

const server = await createServer({ server: { host, port, strictPort: true } })
try {
  await server.listen()
} catch (error) {
  await server.close()
  // Vite reports a port in use as an error of its own, without the system's code.
  if (!/in use/.test(String(error))) throw error
  refuse(`Port ${port} is in use. Choose another one, for example: PORT=${port + 1} npm run dev`)
}
server.printUrls()
