import fc from 'fast-check'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { encode } from 'uqr'
import { fromBase45, toBase45 } from '@mayago/kernel/base45.ts'
import { createTicketTokens } from './ticketToken.ts'

const Tokens = suite('ticketToken')
const tokens = createTicketTokens(new Uint8Array(32).fill(7))
const payload = {
  ticketId: '01a20a03-a49b-70a8-bdc8-f5012ac07aa4',
  departureId: '01a209ef-dcee-7b41-ac97-d4760803ee86',
  reference: 'J8X39FBD',
  startsAt: new Date('2027-05-15T12:30:00Z'),
}

Tokens('Base45 keeps the bytes, and writes what RFC 9285 shows', () => {
  assert.is(toBase45(new TextEncoder().encode('Hello!!')), '%69 VD92EX0')
  fc.assert(fc.property(fc.uint8Array({ maxLength: 40 }), (bytes) => assert.equal(fromBase45(toBase45(bytes)), bytes)))
  for (const text of ['a', 'GGW!', ':::', '0']) assert.is(fromBase45(text), null)
})

Tokens('a ticket is read offline as it was signed, and only as it was signed', () => {
  const token = tokens.ticketToken(payload)
  assert.equal(tokens.readTicketToken(token), payload)
  const other = createTicketTokens(new Uint8Array(32).fill(8))
  assert.is(other.readTicketToken(token), null)
  for (let at = 0; at < token.length; at += 7) {
    const forged = token.slice(0, at) + (token[at] === 'A' ? 'B' : 'A') + token.slice(at + 1)
    assert.is(tokens.readTicketToken(forged), null)
  }
})

Tokens('its code is coarse enough for a gate in the sun: 45 modules or fewer at medium correction', () => {
  assert.ok(encode(tokens.ticketToken(payload), { ecc: 'M', border: 0 }).size <= 45)
})

Tokens.run()
