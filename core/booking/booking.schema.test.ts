import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { beginBookingInput, contactInput } from './index.ts'

const Contact = suite('contactInput')

const accepts = (contact: object): boolean =>
  contactInput.safeParse({ name: 'Ana Peña', email: 'ana@example.com', ...contact }).success

Contact('a name is one line of text, in any script', () => {
  for (const name of ['Ana', 'Ñandú Ixchel', '山田 太郎', "O'Brien-Smith", 'مريم']) assert.ok(accepts({ name }), name)
  for (const name of ['', '   ', 'x'.repeat(201), 'Ana\0', 'Ana\r\nBcc: everybody@example.com', 'Ana\u0007'])
    assert.not.ok(accepts({ name }), JSON.stringify(name))
})

Contact('an address cannot carry a second header, a null byte or a list', () => {
  for (const email of ['a@example.com\r\nBcc: b@example.com', 'a@example.com, b@example.com', 'a\0@example.com', 'a'])
    assert.not.ok(accepts({ email }), JSON.stringify(email))
})

Contact('a phone number is written as people do and kept without its dots and dashes', () => {
  const phoneOf = (phone: unknown) => contactInput.parse({ name: 'Ana', email: 'ana@example.com', phone }).phone
  assert.is(phoneOf('+52 (999) 123-45.67'), '+529991234567')
  assert.is(phoneOf(''), null)
  assert.is(phoneOf(undefined), null)
  assert.not.ok(accepts({ phone: 'call me' }))
})

Contact("travelers' names are held to the same", () => {
  const input = { holdId: crypto.randomUUID(), contact: { name: 'Ana', email: 'ana@example.com' } }
  const named = (name: string) => ({ ...input, travelers: [{ unitId: crypto.randomUUID(), name }] })
  assert.ok(beginBookingInput.safeParse(named('Ben')).success)
  assert.not.ok(beginBookingInput.safeParse(named('Ben\0')).success)
})

Contact.run()
