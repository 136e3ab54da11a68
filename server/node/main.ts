import { existsSync } from 'node:fs'
import { createServer } from 'node:http'
import { fileURLToPath } from 'node:url'
import sirv from 'sirv'
import { CONFIGURATIONS } from '../lab/configurations.ts'
import { createNodeServer, refuseUnknownUpgrade } from './node-server.ts'
import { parseArguments } from './parse-arguments.ts'
import { printAddresses } from './print-addresses.ts'

const fail = (sentence: string, exitCode: number): never => {
  console.error(sentence)
  process.exit(exitCode)
}

const options = parseArguments(process.argv.slice(2), process.env)
if (!options.ok) fail(options.sentence, 2)
else {
  const { host, port, configuration } = options
  const config = CONFIGURATIONS.get(configuration)
  if (config === undefined) throw new Error(`parseArguments let "${configuration}" pass`)

  const pages = fileURLToPath(new URL('../app', import.meta.url))
  if (!existsSync(pages)) fail(`The built page is missing: run "npm run build" first.`, 1)
  const servePage = sirv(pages, { single: false, etag: true })

  const product = createNodeServer({ config, host, log: (line) => console.warn(line) })
  const server = createServer((incoming, response) => {
    product.handle(incoming, response, () =>
      servePage(incoming, response, () => {
        response.writeHead(404, { 'Content-Type': 'text/plain;charset=UTF-8' })
        response.end('There is nothing at this address.')
      }),
    )
  })
  server.on('upgrade', (incoming, socket, head) => {
    if (!product.upgrade(incoming, socket, head)) refuseUnknownUpgrade(incoming, socket)
  })
  server.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EADDRINUSE')
      fail(`Port ${port} is in use. Choose another one, for example: PORT=${port + 1} npm start`, 1)
    throw error
  })
  server.listen(port, host, () => printAddresses(server, host, config, (line) => console.log(line)))

  const stop = () => {
    product.close()
    server.close(() => process.exit(0))
    server.closeAllConnections()
  }
  process.on('SIGTERM', stop)
  process.on('SIGINT', stop)
}
