import { createServer, type RequestListener } from 'node:http'
import { resolve } from 'node:path'
import { pathToFileURL } from 'node:url'

const file = pathToFileURL(resolve('var/bench/emptyKit/build/handler.js')).href
const { handler } = (await import(file)) as { handler: RequestListener }
const server = createServer(handler).listen(Number(process.env['PORT']), '127.0.0.1', () =>
  process.send?.('mayago is ready'),
)
process.once('SIGINT', () => {
  server.close()
  server.closeAllConnections()
})
