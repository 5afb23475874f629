import { createServer, type RequestListener, type Server } from 'node:http'

export interface Serving {
  server: Server
  /** Takes no new connections and resolves when the last answer is out; what is left after `graceMs` is cut. */
  stop(graceMs: number): Promise<void>
}

/** How long a client may take; whoever takes longer is cut off, so that slow ones can't fill the house. */
export interface Patience {
  /** Until the next request on an open connection. */
  idleMs: number
  /** From its first byte to the end of its headers. */
  headersMs: number
  /** And to the end of its body. */
  requestMs: number
  checkMs: number
}

const PATIENCE: Patience = {
  // Longer than the proxies in front keep theirs, so that none of them writes to a closing connection.
  idleMs: 75_000,
  headersMs: 10_000,
  requestMs: 30_000,
  checkMs: 5_000,
}
const HEADER_BYTES_MAX = 16 * 1024
const HEADERS_MAX = 100

/** An http server that is not listening yet, so that rooms can be attached to it first. */
export const createHttp = (listener: RequestListener, patience: Patience = PATIENCE): Serving => {
  const server = createServer(
    {
      keepAliveTimeout: patience.idleMs,
      headersTimeout: patience.headersMs,
      requestTimeout: patience.requestMs,
      connectionsCheckingInterval: patience.checkMs,
      maxHeaderSize: HEADER_BYTES_MAX,
    },
    listener,
  )
  server.maxHeadersCount = HEADERS_MAX
  return {
    server,
    stop: (graceMs) =>
      new Promise((resolve) => {
        const cut = setTimeout(() => server.closeAllConnections(), graceMs)
        server.close(() => {
          clearTimeout(cut)
          resolve()
        })
        server.closeIdleConnections()
      }),
  }
}

/** A port that is taken, in words for whoever started us. */
export class PortTaken extends Error {}

export const listen = (server: Server, port: number, host: string, variable = 'PORT'): Promise<void> =>
  new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) =>
      reject(
        error.code === 'EADDRINUSE'
          ? new PortTaken(`Port ${port} is in use. Choose another: ${variable}=${port + 1} npm start`)
          : error,
      ),
    )
    server.listen(port, host, () => resolve())
  })

/** Tells of taken ports before anything is started for it. */
export const assertPortsFree = async (config: { PORT: number; INTERNAL_PORT: number; HOST: string }): Promise<void> => {
  for (const variable of ['PORT', 'INTERNAL_PORT'] as const) {
    if (config[variable] === 0) continue
    const probe = createServer()
    await listen(probe, config[variable], config.HOST, variable)
    await new Promise((resolve) => probe.close(resolve))
  }
}
