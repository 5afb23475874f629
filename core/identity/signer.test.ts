import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { createSigner } from './signer.ts'

const Signed = suite('signer')

const key = (byte: number) => new Uint8Array(32).fill(byte)
const keys = { guest: key(1), hold: key(2), link: key(3), ticket: key(4) }
const ours = createSigner(keys)
const theirs = createSigner({ guest: key(5), hold: key(6), link: key(7), ticket: key(8) })
const now = new Date('2027-01-01T00:00:00Z')
const later = new Date('2027-02-01T00:00:00Z')
const [one, other] = ['018f0000-0000-7000-8000-000000000001', '018f0000-0000-7000-8000-000000000002']

Signed('[ACCESS-1] a guest cookie is only as good as its signature', () => {
  const cookie = ours.guestCookie(one)
  assert.is(ours.readGuestCookie(cookie), one)
  for (const forged of ['', one, `${one}.`, cookie.replace('1.', '2.'), `${cookie}x`, theirs.guestCookie(one)])
    assert.is(ours.readGuestCookie(forged), null, forged)
})

Signed('[ACCESS-1] a hold token opens its own hold and no other', () => {
  const token = ours.holdToken(one)
  assert.ok(ours.isHoldToken(one, token))
  assert.not.ok(ours.isHoldToken(other, token))
  for (const forged of ['', token.slice(1), `${token}x`, theirs.holdToken(one)])
    assert.not.ok(ours.isHoldToken(one, forged), forged)
})

Signed('[ACCESS-1] a mail link opens one booking until its day, and neither can be changed', () => {
  const link = ours.bookingLink(one, '2027-01-15', later)
  assert.equal(ours.readBookingLink(link, now), { bookingId: one, localDate: '2027-01-15' })
  assert.is(ours.readBookingLink(link, later), null, 'over')
  const [id, date, until, signature] = link.split('.') as [string, string, string, string]
  const forged = [
    `${other}.${date}.${until}.${signature}`,
    `${id}.2027-01-16.${until}.${signature}`,
    `${id}.${date}.zzzzzzz.${signature}`,
    `${id}.${date}.${until}`,
    '',
    '...',
    theirs.bookingLink(one, '2027-01-15', later),
  ]
  for (const text of forged) assert.is(ours.readBookingLink(text, now), null, text)
})

Signed('[ACCESS-1] what was signed for one purpose proves nothing for another, even under one key', () => {
  const same = createSigner({ guest: key(1), hold: key(1), link: key(1), ticket: key(1) })
  assert.not.ok(same.isHoldToken(one, same.guestCookie(one).split('.')[1] ?? ''))
})

Signed.run()
