import { account } from './account.ts'
import { admin } from './admin.ts'
import { booking } from './booking.ts'
import { catalogue } from './catalogue.ts'
import { factors } from './factors.ts'
import { partners } from './partners.ts'
import type { Recipes } from './recipe.ts'
import { signingIn } from './signingIn.ts'

/** How each operation is made to succeed. A new operation is one line here, or the run fails. */
export const RECIPES: Recipes = {
  ...catalogue,
  ...booking,
  ...signingIn,
  ...account,
  ...factors,
  ...admin,
  ...partners,
}
