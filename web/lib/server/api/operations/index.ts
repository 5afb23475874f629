import type { AnyOperation } from '../operation.ts'
import * as booking from './booking.ts'
import * as catalogue from './catalogue.ts'
import * as live from './live.ts'

/** Every operation of the REST API, in the order in which it is documented. */
export const OPERATIONS: readonly AnyOperation[] = [catalogue, booking, live].flatMap((area) => Object.values(area))
