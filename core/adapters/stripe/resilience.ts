import {
  BrokenCircuitError,
  circuitBreaker,
  ConsecutiveBreaker,
  ExponentialBackoff,
  handleWhen,
  retry,
  TaskCancelledError,
  timeout,
  TimeoutStrategy,
  wrap,
} from 'cockatiel'
import { refuse } from '@mayago/kernel/errors.ts'

const ATTEMPT_MS_MAX = 20_000
const RETRIES_MAX = 2
const FAILURES_TO_OPEN = 5
const OPEN_FOR_MS = 10_000

export interface Resilience {
  /** Runs one call with time limit, retries and breaker; an outage becomes the refusal `payments_unavailable`. */
  <Result>(call: () => Promise<Result>): Promise<Result>
}

/** One breaker per adapter. Repeating is safe, since every write carries an idempotency key. */
export const createResilience = (): Resilience => {
  const outages = handleWhen(isOutage)
  const policy = wrap(
    retry(
      handleWhen((error) => isOutage(error) || isBusy(error)),
      { maxAttempts: RETRIES_MAX, backoff: new ExponentialBackoff({ initialDelay: 150, maxDelay: 2_000 }) },
    ),
    circuitBreaker(outages, { halfOpenAfter: OPEN_FOR_MS, breaker: new ConsecutiveBreaker(FAILURES_TO_OPEN) }),
    timeout(ATTEMPT_MS_MAX, TimeoutStrategy.Aggressive),
  )
  return async (call) => {
    try {
      return await policy.execute(call)
    } catch (error) {
      if (isOutage(error) || isBusy(error) || error instanceof BrokenCircuitError)
        throw Object.assign(refuse('payments_unavailable', {}), { cause: error })
      throw error
    }
  }
}

const statusOf = (error: unknown): number | undefined =>
  error instanceof Error && 'statusCode' in error && typeof error.statusCode === 'number' ? error.statusCode : undefined

/** Nothing, nonsense or a 5xx came back: Stripe, or the way there, is down. */
const isOutage = (error: unknown): boolean =>
  error instanceof TaskCancelledError ||
  (error instanceof Error &&
    'type' in error &&
    (error.type === 'StripeConnectionError' || error.type === 'StripeAPIError' || (statusOf(error) ?? 0) >= 500))

/** Stripe is well but asks to come back: rate limit, or the same idempotency key still in flight. */
const isBusy = (error: unknown): boolean => statusOf(error) === 429 || statusOf(error) === 409
