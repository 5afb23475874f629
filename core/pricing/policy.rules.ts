import { addMinutes } from '@mayago/kernel/time.ts'
import { percentOf, type Money } from '@mayago/kernel/money.ts'
import { chargeStepOf } from '../ports/payments.ts'
import type { DeadlineView, PolicyView } from './policy.view.ts'

/** The named policies as steps; a custom one brings its own. Percent comes back until so many hours before the start. */
export const POLICY_STEPS = {
  flexible: [{ hoursBefore: 24, percent: 100 }],
  moderate: [
    { hoursBefore: 120, percent: 100 },
    { hoursBefore: 24, percent: 50 },
  ],
  strict: [{ hoursBefore: 336, percent: 50 }],
} as const satisfies Record<Exclude<PolicyView['kind'], 'custom'>, PolicyView['steps']>

/** A policy's steps as instants for one start. A step holds up to and including its instant. */
export const deadlinesOf = (policy: PolicyView, startsAt: Date): DeadlineView[] =>
  policy.steps.map(({ hoursBefore, percent }) => ({
    percent,
    until: addMinutes(startsAt, -hoursBefore * 60).toISOString(),
  }))

/** What comes back at `now`: the percentage, and when that ends (null when nothing does). */
export const refundPercentAt = (
  policy: PolicyView,
  startsAt: Date,
  now: Date,
): { percent: number; until: Date | null } => {
  for (const deadline of deadlinesOf(policy, startsAt)) {
    const until = new Date(deadline.until)
    if (now <= until) return { percent: deadline.percent, until }
  }
  return { percent: 0, until: null }
}

/**
 * The refund for people who paid these amounts; each is rounded alone, so that a whole is the sum of its people, and to
 * what a card can be given back.
 */
export const refundFor = (paid: readonly Money[], percent: number): Money[] =>
  paid.map((amount) => (percent === 100 ? amount : percentOf(amount, percent, chargeStepOf(amount.currency))))
