import { cancelQuote } from '../../../core/booking/index.ts'
import { settlePayment } from '../../../core/payments/index.ts'
import { queryRow } from '../../../db/sql.ts'
import { begin, holdSeats, pay } from '../../paying.ts'
import type { FuzzWorld } from '../fuzzWorld.ts'
import type { Recipes } from './recipe.ts'

const contact = { name: 'Ana Peña', email: 'ana@example.com', phone: '+52 999 123 4567' }

const held = async (w: FuzzWorld) => {
  const { id } = await holdSeats(w.guest(), w.departures.wide, w.chance.between(1, 3))
  const holdToken = w.as().services.signer.holdToken(id)
  w.known.learn({ id, holdToken })
  return { holdId: id, holdToken }
}

/** Somebody's booking, by the token of the hold it was. */
const begun = async (w: FuzzWorld) => {
  const ctx = w.guest()
  const booking = await begin(ctx, w.departures.wide, 2)
  const row = await queryRow<{ hold_id: string }>(w.em, 'select hold_id from bookings where id = $1', [booking.id])
  const holdToken = w.as().services.signer.holdToken(row?.hold_id ?? '')
  w.known.learn(booking)
  return { ctx, booking, path: { bookingId: booking.id }, holdToken }
}

const paid = async (w: FuzzWorld) => {
  const made = await begun(w)
  await pay(w, made.booking.id)
  return { ...made, booking: await settlePayment(made.ctx, { bookingId: made.booking.id }) }
}

export const booking: Recipes = {
  'POST /departures/{departureId}/holds': async (w) => {
    const { chance, departures } = w
    const { departureId, units } = departures.wide
    const bearer = await chance.pick([() => undefined, async () => (await w.member()).bearer, w.partnerKey])()
    return {
      path: { departureId },
      ...(bearer === undefined ? {} : { bearer }),
      body: {
        units: [
          { unitId: units.adult, quantity: chance.between(1, 2) },
          ...chance.pick([[], [{ unitId: units.child, quantity: 1 }]]),
        ],
      },
    }
  },
  'POST /holds/{holdId}/extend': async (w) => {
    const { holdId, holdToken } = await held(w)
    return { path: { holdId }, holdToken }
  },
  'DELETE /holds/{holdId}': async (w) => {
    const { holdId, holdToken } = await held(w)
    return { path: { holdId }, holdToken }
  },
  'POST /bookings': async (w) => {
    const { holdId, holdToken } = await held(w)
    return { holdToken, body: { holdId, contact } }
  },
  'GET /bookings/{bookingId}': async (w) => {
    const { path, holdToken } = await begun(w)
    return { path, holdToken, query: w.chance.pick<Record<string, string>>([{}, { fields: 'id,items.unitId' }, {}]) }
  },
  'POST /bookings/{bookingId}/cancel-quote': async (w) => {
    const { path, holdToken, booking: confirmed } = await paid(w)
    const some = { unitItemIds: [confirmed.items[0]?.id] }
    return { path, holdToken, body: w.chance.pick<object>([{}, some]) }
  },
  'POST /bookings/{bookingId}/cancel': async (w) => {
    const { ctx, path, holdToken, booking: confirmed } = await paid(w)
    const some = { unitItemIds: confirmed.items.slice(0, w.chance.between(1, 2)).map(({ id }) => id) }
    const { refund } = await cancelQuote(ctx, { bookingId: confirmed.id, ...some })
    return { path, holdToken, body: { ...some, refundMinor: refund.minor } }
  },
  'POST /live/tickets': () => ({}),
}
