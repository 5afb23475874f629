import { once } from 'node:events'
import { connect, type AddressInfo, type Socket } from 'node:net'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { createHttp, type Serving } from './serve.ts'

interface World {
  serving: Serving
  port: number
}
const SlowClients = suite('slow clients', {} as World)
const PATIENCE = { idleMs: 5_000, headersMs: 200, requestMs: 400, checkMs: 20 }

SlowClients.before(async (w) => {
  w.serving = createHttp((request, response) => {
    request.resume()
    request.on('end', () => response.end('done'))
  }, PATIENCE)
  await new Promise<void>((resolve) => w.serving.server.listen(0, '127.0.0.1', resolve))
  w.port = (w.serving.server.address() as AddressInfo).port
})
SlowClients.after((w) => w.serving.stop(0))

/**
 * Sends `head`, then `drip` as often as the server lets it; answers what it said until it hung up. A piece that is on
 * its way when the server hangs up is answered with a reset, which takes what was said but not yet read with it:
 * then the answer is "reset".
 */
const drip = async (w: World, head: string, piece: string): Promise<string> => {
  const socket = await open(w)
  let said = ''
  socket.on('data', (data: Buffer) => (said += data.toString()))
  socket.on('error', () => (said ||= 'reset'))
  const closed = new Promise((resolve) => socket.once('close', resolve))
  socket.write(head)
  const dripping = setInterval(() => socket.writable && socket.write(piece), 25)
  await closed
  clearInterval(dripping)
  return said
}
const open = async (w: World): Promise<Socket> => {
  const socket = connect(w.port, '127.0.0.1')
  await once(socket, 'connect')
  return socket
}

SlowClients(
  'headers that never end (slowloris) are cut off, on many sockets at once, while others are served',
  async (w) => {
    const slow = Array.from({ length: 50 }, () => drip(w, 'GET / HTTP/1.1\r\nHost: localhost\r\n', 'X-A: b\r\n'))
    assert.is(await (await fetch(`http://127.0.0.1:${w.port}`)).text(), 'done')
    for (const said of await Promise.all(slow)) assert.match(said, /^(HTTP\/1.1 (408|431)|reset$)/)
  },
)

SlowClients('a body that never ends is cut off', async (w) => {
  const said = await drip(w, 'POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 100000\r\n\r\n', 'x')
  assert.match(said, /^(HTTP\/1.1 408|reset$)/)
})

SlowClients('a connection on which nothing is said is cut off', async (w) => {
  assert.match(await drip(w, '', ''), /^(HTTP\/1.1 408|$)/)
})

SlowClients('headers that are too large are refused as such', async (w) => {
  const said = await drip(w, `GET / HTTP/1.1\r\nHost: localhost\r\nX: ${'x'.repeat(17_000)}\r\n\r\n`, '')
  assert.match(said, /^HTTP\/1.1 431/)
})

SlowClients('a patient connection stays open for the next request', async (w) => {
  const socket = await open(w)
  const ask = 'GET / HTTP/1.1\r\nHost: localhost\r\n\r\n'
  for (let round = 0; round < 2; round++) {
    socket.write(ask)
    const [answer] = (await once(socket, 'data')) as [Buffer]
    assert.match(answer.toString(), /^HTTP\/1.1 200/)
  }
  socket.destroy()
})

SlowClients.run()
