import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { quietLog } from '../../../test/quietLog.ts'
import { startNats, type TestServer } from '../../../test/servers.ts'
import { until } from '../../../test/until.ts'
import { busContract } from '../../ports/bus.contract.ts'
import { openNatsBus } from './natsBus.ts'

const nats = await startNats()
if (nats !== null) {
  busContract('NATS', async () => {
    const [here, there] = await Promise.all([openNatsBus(nats.url, quietLog()), openNatsBus(nats.url, quietLog())])
    return { here, there, end: async () => void (await Promise.all([here.close(), there.close()])) }
  })
  faults(nats)
}

function faults(server: TestServer): void {
  const Faults = suite('bus: NATS under faults')

  Faults(
    '[LIVE-2] a server killed and started again: connected is honest, what was said meanwhile is dropped',
    async () => {
      const bus = await openNatsBus(server.url, quietLog())
      const other = await openNatsBus(server.url, quietLog())
      const told: boolean[] = []
      const heard: string[] = []
      bus.onConnection((connected) => void told.push(connected))
      bus.subscribe('news.*', (payload) => void heard.push(payload))
      await until('news arrives', () => (other.publish('news.a', 'before'), heard.length > 0))

      await server.kill()
      await until('both noticed', () => !bus.connected && !other.connected)
      heard.length = 0
      other.publish('news.a', 'lost')
      await server.restart()
      await until('both are back', () => bus.connected && other.connected)
      other.publish('news.a', 'after')
      await until('news arrives again', () => heard.length > 0)

      assert.equal(heard, ['after'])
      assert.equal(told, [false, true])
      await Promise.all([bus.close(), other.close()])
    },
  )

  Faults('[LIVE-2] a silent server is noticed although its connection stays open', async () => {
    const bus = await openNatsBus(server.url, quietLog())
    server.freeze()
    try {
      await until('it is noticed', () => !bus.connected, 8_000)
    } finally {
      server.thaw()
    }
    await until('it is back', () => bus.connected)
    await bus.close()
  })

  Faults('[LIVE-2] a process starts without a server, and its subscriptions work once there is one', async () => {
    await server.kill()
    const bus = await openNatsBus(server.url, quietLog(), { waitMs: 50 })
    assert.not(bus.connected)
    const heard: string[] = []
    bus.subscribe('late', (payload) => void heard.push(payload))
    bus.publish('late', 'lost')
    await server.restart()
    await until('it connects', () => bus.connected)
    bus.publish('late', 'heard')
    await until('news arrives', () => heard.length > 0)
    assert.equal(heard, ['heard'])
    await bus.close()
  })

  Faults('closes at once while there is no server', async () => {
    await server.kill()
    const bus = await openNatsBus(server.url, quietLog(), { waitMs: 50 })
    const before = performance.now()
    await bus.close()
    assert.ok(performance.now() - before < 1_000)
  })

  Faults.after(() => server.stop())
  Faults.run()
}
