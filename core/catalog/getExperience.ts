import { assert } from '@mayago/kernel/assert.ts'
import { refuse } from '@mayago/kernel/errors.ts'
import { isId } from '@mayago/kernel/ids.ts'
import { money, type Currency } from '@mayago/kernel/money.ts'
import { findExperience, type OptionRow } from '@mayago/db/queries/findExperience.ts'
import { findProviderProfile, type ProviderProfile } from '@mayago/db/queries/findProviderProfile.ts'
import { recentReviews, type ReviewRow } from '@mayago/db/queries/recentReviews.ts'
import type { Ctx } from '../context.ts'
import { assertCan } from '../identity/access.ts'
import type { GetExperienceInput } from './catalog.schema.ts'
import type { ExperienceView, OptionView, ReviewView } from './catalog.view.ts'
import { toCardBase, toPictureView } from './catalogViews.ts'

const REVIEWS_SHOWN = 12
/** What an experience may be asked for by: its slug, or its id, which looks like one. */
const SLUG = /^[a-z0-9]+(-[a-z0-9]+)*$/

/**
 * Everything about one published experience, in the reader's language where there is one; kept for a while, for there are
 * no seats in it. CATALOG-11. Throws `not_found`.
 */
export const getExperience = async (ctx: Ctx, { idOrSlug }: GetExperienceInput): Promise<ExperienceView> => {
  assertCan(ctx, 'catalog.read')
  const asked = idOrSlug.toLowerCase()
  return ctx.services.catalogCache.keep('listings', ['experience', ctx.locale, asked], () => readExperience(ctx, asked))
}

const readExperience = async (ctx: Ctx, asked: string): Promise<ExperienceView> => {
  if (!SLUG.test(asked)) throw refuse('not_found', { what: 'experience' })
  const row = await findExperience(ctx.em, isId(asked) ? { id: asked } : { slug: asked }, ctx.locale)
  if (!row) throw refuse('not_found', { what: 'experience' })
  const [reviews, provider] = await Promise.all([
    recentReviews(ctx.em, row.id, ctx.locale, REVIEWS_SHOWN),
    readProfile(ctx, row.provider_id),
  ])
  return {
    ...toCardBase(row),
    description: row.description,
    itinerary: row.itinerary,
    meetingPoint: row.meeting_point,
    included: row.included,
    notIncluded: row.not_included,
    goodToKnow: row.good_to_know,
    pictures: row.pictures.map((picture) => toPictureView(picture, row.title, ctx.locale)),
    provider,
    policy: row.policy,
    options: row.options.map((option) => toOptionView(option, row.currency)),
    partyMax: row.party_max,
    recentReviews: reviews.map(toReviewView),
  }
}

const readProfile = (ctx: Ctx, providerId: string): Promise<ProviderProfile> =>
  ctx.services.catalogCache.keep('profiles', [ctx.locale, providerId], async () => {
    const profile = await findProviderProfile(ctx.em, providerId, ctx.locale)
    assert(profile, 'an experience has a provider')
    return profile
  })

const toOptionView = (option: OptionRow, currency: Currency): OptionView => ({
  ...option,
  units: option.units.map(({ priceMinor, ...unit }) => ({ ...unit, price: money(priceMinor, currency) })),
})

const toReviewView = (row: ReviewRow): ReviewView => ({
  id: row.id,
  author: row.author_name,
  rating: row.rating,
  locale: row.locale,
  text: row.text,
  party: row.party,
  wentOn: row.went_on,
  reply: row.reply,
})
