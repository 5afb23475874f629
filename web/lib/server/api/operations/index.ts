import type { AnyOperation } from '../operation.ts'
import * as account from './account.ts'
import * as admin from './admin.ts'
import * as apiKeys from './apiKeys.ts'
import * as booking from './booking.ts'
import * as catalogue from './catalogue.ts'
import * as confirm from './confirm.ts'
import * as factors from './factors.ts'
import * as live from './live.ts'
import * as passkeys from './passkeys.ts'
import * as registration from './registration.ts'
import * as saved from './saved.ts'
import * as sessions from './sessions.ts'
import * as signIn from './signIn.ts'
import * as webhooks from './webhooks.ts'

const AREAS = [
  catalogue,
  booking,
  live,
  registration,
  signIn,
  sessions,
  confirm,
  account,
  saved,
  factors,
  passkeys,
  apiKeys,
  webhooks,
  admin,
] as const

/** Every operation of the REST API, in the order in which it is documented. */
export const OPERATIONS: readonly AnyOperation[] = AREAS.flatMap((area) => Object.values(area))
