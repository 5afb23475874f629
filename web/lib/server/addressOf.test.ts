import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { addressOf } from './addressOf.ts'

const Address = suite('the address of a client')

const of = (text: string): string | null => addressOf({ getClientAddress: () => text })

Address('is what the listener knows', () => {
  assert.is(of('203.0.113.5'), '203.0.113.5')
  assert.is(of('2001:db8::1'), '2001:db8::1')
  assert.is(of('::ffff:203.0.113.5'), '::ffff:203.0.113.5')
})

Address('comes without the zone, which no column holds', () => assert.is(of('fe80::1%eth0'), 'fe80::1'))

Address('is none where a proxy wrote something else down', () => {
  for (const text of ['', 'unknown', 'W/"x"', '203.0.113.5:4711', '999.1.1.1', "'; drop table users"])
    assert.is(of(text), null, text)
})

Address('is none where nobody knows it', () => {
  const getClientAddress = (): string => {
    throw new Error('no client')
  }
  assert.is(addressOf({ getClientAddress }), null)
})

Address.run()
