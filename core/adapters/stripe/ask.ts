/**
 * Makes one call to Stripe with time limit, retries and breaker, and turns what went wrong into our refusals; `id` is
 * what the call is about, for the refusal.
 */
export type Ask = <Result>(id: string, call: () => Promise<Result>) => Promise<Result>
