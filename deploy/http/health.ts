import type { Handler } from './createListener.ts'

export interface Health {
  handle: Handler
  /** From now on it says that it is not ready, so that no new requests are sent here. */
  drain(): void
}

/**
 * `/healthz`: the process answers. `/readyz`: it may be sent requests, which needs the database and nothing else
 * (LIVE-2). `/version`.
 */
export const createHealth = (version: string, databaseAnswers: () => Promise<unknown>): Health => {
  let draining = false
  const ready = async (): Promise<boolean> =>
    !draining &&
    (await Promise.resolve(databaseAnswers()).then(
      () => true,
      () => false,
    ))
  return {
    handle: (request, response, next) => {
      const answer = (status: number, body: object): void =>
        void response
          .writeHead(status, { 'content-type': 'application/json', 'cache-control': 'no-store' })
          .end(JSON.stringify(body))
      switch (request.url) {
        case '/healthz':
          return answer(200, { status: 'ok' })
        case '/readyz':
          return void ready().then((yes) => answer(yes ? 200 : 503, { status: yes ? 'ready' : 'not ready' }))
        case '/version':
          return answer(200, { version })
        default:
          next()
      }
    },
    drain: () => {
      draining = true
    },
  }
}
