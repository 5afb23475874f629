import { once } from 'node:events'
import { createServer, request as ask, type IncomingMessage, type RequestOptions, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Duplex } from 'node:stream'

/** Several processes behind one address, as nginx.conf puts them: pages in turn, rooms where they were made. */
export interface OneAddress {
  url: string
  /** How many requests each process has answered, by its URL. */
  answered: Map<string, number>
  stop(): Promise<void>
}

const ROOM = /^\/(matchmake\/|[\w-]+\/[\w-]+\?)/

/**
 * A proxy in a few lines. Requests go round, and one that could not be handed over goes to the next process. Rooms go to
 * the first realtime process that lives, so that matchmaking and socket meet in one.
 */
export const openOneAddress = async (behind: {
  web: () => readonly string[]
  realtime: () => readonly string[]
}): Promise<OneAddress> => {
  const answered = new Map<string, number>()
  let turn = 0
  const targetsFor = ({ url = '' }: IncomingMessage): readonly string[] => {
    if (ROOM.test(url)) return behind.realtime()
    const web = behind.web()
    turn += 1
    return web.map((_, index) => web[(turn + index) % web.length] as string)
  }

  const pass = (
    incoming: IncomingMessage,
    body: Buffer,
    outgoing: ServerResponse,
    targets: readonly string[],
  ): void => {
    const [target, ...others] = targets
    if (target === undefined) return void outgoing.writeHead(502).end()
    const passed = ask(optionsFor(incoming, target), (answer) => {
      answered.set(target, (answered.get(target) ?? 0) + 1)
      outgoing.writeHead(answer.statusCode ?? 502, answer.headers)
      answer.pipe(outgoing)
    })
    passed.once('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'ECONNREFUSED') pass(incoming, body, outgoing, others)
      else if (outgoing.headersSent) outgoing.destroy()
      else outgoing.writeHead(502).end()
    })
    passed.end(body)
  }
  const server = createServer((incoming, outgoing) => {
    const chunks: Buffer[] = []
    incoming.on('data', (chunk: Buffer) => chunks.push(chunk))
    incoming.once('end', () => pass(incoming, Buffer.concat(chunks), outgoing, targetsFor(incoming)))
  })

  const upgrade = (incoming: IncomingMessage, socket: Duplex, targets: readonly string[]): void => {
    const [target, ...others] = targets
    if (target === undefined) return void socket.destroy()
    const passed = ask(optionsFor(incoming, target))
    passed.once('upgrade', (answer, inside, first) => {
      const headers = Object.entries(answer.headers).map(([name, value]) => `${name}: ${String(value)}`)
      socket.write(`HTTP/1.1 101 Switching Protocols\r\n${headers.join('\r\n')}\r\n\r\n`)
      if (first.length > 0) socket.write(first)
      inside.pipe(socket).pipe(inside)
      inside.on('error', () => socket.destroy()).on('close', () => socket.destroy())
      socket.on('close', () => inside.destroy())
    })
    passed.once('response', () => socket.destroy())
    passed.once('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'ECONNREFUSED') upgrade(incoming, socket, others)
      else socket.destroy()
    })
    passed.end()
  }
  server.on('upgrade', (incoming: IncomingMessage, socket: Duplex) => {
    socket.on('error', () => socket.destroy())
    upgrade(incoming, socket, behind.realtime())
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    answered,
    stop: async () => {
      const closed = once(server, 'close')
      server.close()
      server.closeAllConnections()
      await closed
    },
  }
}

const optionsFor = (incoming: IncomingMessage, target: string): RequestOptions => ({
  host: '127.0.0.1',
  port: new URL(target).port,
  method: incoming.method ?? 'GET',
  path: incoming.url ?? '/',
  agent: false,
  headers: {
    ...incoming.headers,
    'x-forwarded-for': incoming.socket.remoteAddress ?? '',
    'x-forwarded-proto': 'http',
    'x-forwarded-host': incoming.headers.host ?? '',
  },
})
