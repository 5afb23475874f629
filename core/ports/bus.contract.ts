import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { until } from '../../test/until.ts'
import type { BusPort } from './bus.ts'

/** What every bus must do. `open` gives two ends of one bus, which for a single process may be the same object. */
export const busContract = (
  name: string,
  open: () => Promise<{ here: BusPort; there: BusPort; end(): Promise<void> }>,
) => {
  const Bus = suite<Awaited<ReturnType<typeof open>>>(`bus: ${name}`)
  Bus.before.each(async (ends) => void Object.assign(ends, await open()))
  Bus.after.each(async (ends) => ends.end())

  const hear = async (bus: BusPort, subject: string): Promise<[string, string][]> => {
    const heard: [string, string][] = []
    bus.subscribe(subject, (payload, about) => void heard.push([about, payload]))
    await settled(bus)
    return heard
  }

  /** A subscription is in force once a message sent after it has come back. */
  const settled = async (bus: BusPort): Promise<void> => {
    const probe = `probe.${crypto.randomUUID()}`
    let back = false
    const stop = bus.subscribe(probe, () => void (back = true))
    await until('a probe comes back', () => (bus.publish(probe, ''), back))
    stop()
  }

  Bus('carries text and bytes to who listens at the other end, with the subject', async ({ here, there }) => {
    const heard = await hear(there, 'mayago.v1.departure.a.changed')
    here.publish('mayago.v1.departure.a.changed', '{"seats":3,"town":"Mérida"}')
    here.publish('mayago.v1.departure.a.changed', new TextEncoder().encode('bytes, ñ'))
    await until('both came', () => heard.length === 2)
    assert.equal(heard, [
      ['mayago.v1.departure.a.changed', '{"seats":3,"town":"Mérida"}'],
      ['mayago.v1.departure.a.changed', 'bytes, ñ'],
    ])
  })

  Bus('keeps the order of one publisher', async ({ here, there }) => {
    const heard = await hear(there, 'order.*')
    for (let i = 0; i < 500; i++) here.publish(`order.${i % 3}`, String(i))
    await until('all came', () => heard.length === 500)
    assert.equal(
      heard.map(([, payload]) => Number(payload)),
      Array.from({ length: 500 }, (_, i) => i),
    )
  })

  Bus('`*` stands for one part and a last `>` for one or more', async ({ here, there }) => {
    const one = await hear(there, 'a.*.c')
    const rest = await hear(there, 'a.>')
    for (const subject of ['a', 'a.b', 'a.b.c', 'a.b.c.d', 'b.b.c']) here.publish(subject, '')
    await until('all came', () => rest.length === 3)
    await settled(there)
    assert.equal(
      one.map(([subject]) => subject),
      ['a.b.c'],
    )
    assert.equal(
      rest.map(([subject]) => subject),
      ['a.b', 'a.b.c', 'a.b.c.d'],
    )
  })

  Bus('a listener that stopped hears nothing more, the others do', async ({ here, there }) => {
    const kept = await hear(there, 'news')
    const dropped: string[] = []
    const stop = there.subscribe('news', (payload) => void dropped.push(payload))
    await settled(there)
    here.publish('news', 'first')
    await until('both heard', () => kept.length === 1 && dropped.length === 1)
    stop()
    await settled(there)
    here.publish('news', 'second')
    await until('the other heard', () => kept.length === 2)
    await settled(there)
    assert.equal(dropped, ['first'])
  })

  Bus('a handler that fails takes neither the publisher nor other listeners with it', async ({ here, there }) => {
    there.subscribe('news', () => {
      throw new Error('a bad handler')
    })
    const heard = await hear(there, 'news')
    here.publish('news', 'still here')
    await until('the other heard', () => heard.length === 1)
  })

  Bus('publishing inside a handler works and does not nest', async ({ here, there }) => {
    const heard = await hear(there, 'pong')
    let inHandler = false
    let nested = false
    there.subscribe('pong', () => void (nested ||= inHandler))
    there.subscribe('ping', () => {
      inHandler = true
      there.publish('pong', '')
      inHandler = false
    })
    await settled(there)
    here.publish('ping', '')
    await until('pong came', () => heard.length === 1)
    assert.not(nested)
  })

  Bus('says that it is connected, and after closing that it is not; publishing then is no error', async ({ here }) => {
    assert.ok(here.connected)
    await here.close()
    assert.not(here.connected)
    here.publish('news', 'to nobody')
  })

  Bus.run()
}
