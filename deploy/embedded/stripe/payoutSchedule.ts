import type Stripe from 'stripe'
import type { Params } from './params.ts'
import type { Hidden } from './store.ts'
import { invalidRequest } from './stripeError.ts'

type Schedule = Stripe.Account.Settings.Payouts.Schedule

const DAY = 24 * 60 * 60
const WEEKDAYS = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'] as const
const MONTH_DAYS_MAX = 31

/** `settings[payouts][schedule]` of an account (https://docs.stripe.com/connect/manage-payout-schedule). */
export const readSchedule = (params: Params, before: Schedule): Schedule => {
  const interval = params.oneOf('interval', ['manual', 'daily', 'weekly', 'monthly'])
  const weekday = params.oneOf('weekly_anchor', WEEKDAYS)
  const monthDay = params.integer('monthly_anchor')
  if (interval === undefined) return before
  if (interval === 'weekly' && weekday === undefined)
    throw invalidRequest('You must provide weekly_anchor when the interval is weekly.', {
      param: 'settings[payouts][schedule][weekly_anchor]',
    })
  if (interval === 'monthly' && (monthDay === undefined || monthDay < 1 || monthDay > MONTH_DAYS_MAX))
    throw invalidRequest('You must provide monthly_anchor, from 1 to 31, when the interval is monthly.', {
      param: 'settings[payouts][schedule][monthly_anchor]',
    })
  return {
    delay_days: before.delay_days,
    interval,
    ...(interval === 'weekly' && weekday !== undefined
      ? { weekly_anchor: weekday, weekly_payout_days: [weekday as never] }
      : {}),
    ...(interval === 'monthly' && monthDay !== undefined
      ? { monthly_anchor: monthDay, monthly_payout_days: [monthDay] }
      : {}),
  }
}

/** The midnight (UTC, in seconds) after `now` at which a schedule pays out; null for one that never does by itself. */
export const nextPayoutAt = (schedule: Schedule, now: number): number | null => {
  if (schedule.interval === 'manual') return null
  let midnight = (Math.floor(now / DAY) + 1) * DAY
  while (!isPayoutDay(schedule, new Date(midnight * 1000))) midnight += DAY
  return midnight
}

const isPayoutDay = (schedule: Schedule, day: Date): boolean => {
  if (schedule.interval === 'weekly') return WEEKDAYS[day.getUTCDay()] === schedule.weekly_anchor
  if (schedule.interval !== 'monthly') return true
  const lastOfMonth = new Date(Date.UTC(day.getUTCFullYear(), day.getUTCMonth() + 1, 0)).getUTCDate()
  return day.getUTCDate() === Math.min(schedule.monthly_anchor ?? 1, lastOfMonth)
}

/** Has time look at an account when its next payout is due, or its review over, whichever is first. */
export const planAccount = (account: Stripe.Account, hidden: Hidden, now: number): void => {
  const schedule = account.settings?.payouts?.schedule
  const payoutAt = account.payouts_enabled && schedule !== undefined ? nextPayoutAt(schedule, now) : null
  const reviewedAt = Number(hidden['reviewedAt'] ?? 0)
  const times = [payoutAt, reviewedAt > now ? reviewedAt : null].filter((time) => time !== null)
  hidden['payoutAt'] = payoutAt
  if (times.length === 0) delete hidden['endsAt']
  else hidden['endsAt'] = Math.min(...times)
}
