import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { toAddress } from './toAddress.ts'

const Address = suite('toAddress')

Address('[SEAT-6] one client has one spelling, however a proxy writes it', () => {
  for (const text of ['203.0.113.5', ' 203.0.113.5 ', '203.0.113.5:4711', '::ffff:203.0.113.5', '::FFFF:203.0.113.5'])
    assert.is(toAddress(text), '203.0.113.5', text)
  for (const text of ['2001:db8::1', '2001:DB8:0:0:0:0:0:1', '[2001:db8::1]', '[2001:db8::1]:443', '2001:db8::1%eth0'])
    assert.is(toAddress(text), '2001:db8::1', text)
})

Address('what is no address is none, rather than an error at the seat desk', () => {
  for (const text of ['', 'unknown', 'localhost', '999.1.1.1', "1.1.1.1'; drop table holds; --", '1.2.3'])
    assert.is(toAddress(text), null, text)
})

Address.run()
