import { once } from 'node:events'
import { createServer, request } from 'node:http'
import type { AddressInfo } from 'node:net'

export interface Relay {
  url: URL
  stop(): void
}

/** Passes requests on to `target`, but for the form fields that `isLeftOut` names. */
export const relayWithout = async (
  target: URL,
  isLeftOut: (path: string, field: string) => boolean,
): Promise<Relay> => {
  const server = createServer((req, res) => {
    void (async () => {
      const chunks: Buffer[] = []
      for await (const chunk of req as AsyncIterable<Buffer>) chunks.push(chunk)
      const fields = [...new URLSearchParams(Buffer.concat(chunks).toString())]
      const path = req.url ?? '/'
      const body = new URLSearchParams(fields.filter(([name]) => !isLeftOut(path, name))).toString()
      const headers = { ...req.headers, host: target.host, 'content-length': String(Buffer.byteLength(body)) }
      const onward = request(new URL(path, target), { method: req.method, headers }, (answer) => {
        res.writeHead(answer.statusCode ?? 502, answer.headers)
        answer.pipe(res)
      })
      onward.on('error', () => res.destroy())
      onward.end(body)
    })()
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return {
    url: new URL(`http://127.0.0.1:${(server.address() as AddressInfo).port}`),
    stop: () => {
      server.closeAllConnections()
      server.close()
    },
  }
}
