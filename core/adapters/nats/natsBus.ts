import { connect, type NatsConnection, type Subscription } from '@nats-io/transport-node'
import type { BusPort } from '../../ports/bus.ts'
import type { LogPort } from '../../ports/log.ts'

interface Listener {
  subject: string
  handle: (payload: string, subject: string) => void
  /** What the present connection calls this subscription; null while there is none. */
  running: Subscription | null
}

const RETRY_MS = { first: 100, max: 2_000 }
/** A server that is silent this long is taken for gone: half-open connections must not look live. */
const SILENCE_MS = 2_000

/**
 * The bus over NATS' core subjects. It never throws for want of a server and never gives up: while NATS is away what is
 * published is dropped and `connected` is false. Waits up to `waitMs` for the first connection, so that a process starts
 * connected when it can.
 */
export const openNatsBus = async (urls: string, log: LogPort, { waitMs = 2_000 } = {}): Promise<BusPort> => {
  const listeners = new Set<Listener>()
  const connectionListeners = new Set<(connected: boolean) => void>()
  let connection: NatsConnection | null = null
  let connected = false
  let closed = false
  const closing = new AbortController()

  const setConnected = (now: boolean): void => {
    if (now === connected) return
    connected = now
    log.info({ connected }, now ? 'NATS is connected' : 'NATS is away')
    for (const listen of connectionListeners) listen(now)
  }

  const start = (listener: Listener): void => {
    if (connection === null || connection.isClosed()) return
    listener.running = connection.subscribe(listener.subject, {
      callback: (error, message) => {
        if (error !== null) return log.warn({ err: error, subject: listener.subject }, 'a NATS subscription failed')
        try {
          listener.handle(message.string(), message.subject)
        } catch (failure) {
          log.error({ err: failure, subject: message.subject }, 'a bus handler failed')
        }
      },
    })
  }

  /** Tells that the bus is there once the server has confirmed every subscription, so that a re-read misses nothing. */
  const confirm = async (of: NatsConnection): Promise<void> => {
    try {
      await of.flush()
      if (!closed && !of.isClosed()) setConnected(true)
    } catch {
      // It went away again meanwhile; the next connection tells.
    }
  }

  const watch = async (of: NatsConnection): Promise<void> => {
    for await (const status of of.status()) {
      if (status.type === 'reconnect') void confirm(of)
      else if (status.type === 'disconnect' || status.type === 'staleConnection' || status.type === 'close')
        setConnected(false)
    }
  }

  const keepConnected = async (): Promise<void> => {
    for (let retryMs = RETRY_MS.first; !closed; retryMs = Math.min(retryMs * 2, RETRY_MS.max)) {
      try {
        connection = await connect({
          ...parseServers(urls),
          name: 'mayago',
          timeout: 2_000,
          maxReconnectAttempts: -1,
          reconnectTimeWait: RETRY_MS.first,
          reconnectJitter: RETRY_MS.first,
          ignoreAuthErrorAbort: true,
          pingInterval: SILENCE_MS / 2,
          maxPingOut: 2,
        })
      } catch (error) {
        if (retryMs === RETRY_MS.first) log.warn({ err: error }, 'NATS is not there yet')
        await pause(retryMs * (0.75 + Math.random() / 2), closing.signal)
        continue
      }
      if (closed) return void (await connection.close())
      retryMs = RETRY_MS.first
      for (const listener of listeners) start(listener)
      void watch(connection)
      await confirm(connection)
      await connection.closed()
      connection = null
      for (const listener of listeners) listener.running = null
      setConnected(false)
    }
  }

  const running = keepConnected()
  await Promise.race([firstConnection(), pause(waitMs, closing.signal)])

  function firstConnection(): Promise<void> {
    return new Promise((resolve) => {
      if (connected) return resolve()
      const listen = (): void => {
        connectionListeners.delete(listen)
        resolve()
      }
      connectionListeners.add(listen)
    })
  }

  return {
    publish: (subject, payload) => {
      if (!connected || connection === null) return
      try {
        connection.publish(subject, payload)
      } catch (error) {
        log.error({ err: error, subject }, 'NATS refused a message')
      }
    },
    subscribe: (subject, handle) => {
      const listener: Listener = { subject, handle, running: null }
      listeners.add(listener)
      start(listener)
      return () => {
        listeners.delete(listener)
        if (connection !== null && !connection.isClosed()) listener.running?.unsubscribe()
      }
    },
    get connected() {
      return connected
    },
    onConnection: (listen) => {
      connectionListeners.add(listen)
      return () => void connectionListeners.delete(listen)
    },
    close: async () => {
      closed = true
      connectionListeners.clear()
      listeners.clear()
      closing.abort()
      if (connection !== null && !connection.isClosed()) {
        if (connected) await connection.flush().catch(() => undefined)
        await connection.close()
      }
      connected = false
      await running
    },
  }
}

/** "nats://user:secret@host:4222, nats://other:4222" in the client's terms. */
const parseServers = (
  urls: string,
): { servers: string[]; user?: string; pass?: string; tls?: Record<string, never> } => {
  const parsed = urls.split(',').map((url) => new URL(url.trim().includes('://') ? url.trim() : `nats://${url.trim()}`))
  const first = parsed[0]
  return {
    servers: parsed.map((url) => url.host),
    ...(first?.username ? { user: decodeURIComponent(first.username), pass: decodeURIComponent(first.password) } : {}),
    ...(first?.protocol === 'tls:' ? { tls: {} } : {}),
  }
}

const pause = (ms: number, signal: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    const done = (): void => {
      clearTimeout(timer)
      signal.removeEventListener('abort', done)
      resolve()
    }
    const timer = setTimeout(done, ms)
    signal.addEventListener('abort', done)
    if (signal.aborted) done()
  })
