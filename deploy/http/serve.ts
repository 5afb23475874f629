import { createServer, type RequestListener, type Server } from 'node:http'

export interface Serving {
  server: Server
  /** Takes no new connections and resolves when the last answer is out; what is left after `graceMs` is cut. */
  stop(graceMs: number): Promise<void>
}

/** An http server that is not listening yet, so that rooms can be attached to it first. */
export const createHttp = (listener: RequestListener): Serving => {
  // Longer than the proxies in front keep theirs, so that none of them writes to a closing connection.
  const server = createServer({ keepAliveTimeout: 75_000, headersTimeout: 80_000 }, listener)
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
