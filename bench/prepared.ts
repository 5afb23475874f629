import type { MadeDeparture } from '@mayago/db/testing/makeDepartures.ts'
import { clientOf } from '../test/typedClient.ts'
import type { PlaceHoldData, SignInData } from '../web/lib/client/index.ts'

/** A request whose address and bytes are made before the clock runs. */
export interface Prepared {
  url: string
  body: string
}

// By the types of the generated client, but not sent by it: what it does for each call is measured as if the product did
// it, and the load generators share two cores with the product.

/** One adult's hold, at the product that answers at `url`. */
export const prepareHold = (url: string, { departureId, units }: MadeDeparture): Prepared => {
  const body: PlaceHoldData['body'] = { units: [{ unitId: units.adult ?? '', quantity: 1 }] }
  const asked = { url: '/departures/{departureId}/holds', path: { departureId } } satisfies Partial<PlaceHoldData>
  return { url: clientOf(url).buildUrl(asked), body: JSON.stringify(body) }
}

/** Somebody's sign-in by password. */
export const prepareSignIn = (url: string, body: SignInData['body']): Prepared => {
  const asked = { url: '/auth/sign-in' } satisfies Partial<SignInData>
  return { url: clientOf(url).buildUrl(asked), body: JSON.stringify(body) }
}
