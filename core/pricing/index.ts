export { getOffer, getOfferInput, type GetOfferInput, type OfferView } from './getOffer.ts'
export { OFFER_COLUMNS, toOffer, type OfferRow } from './offer.ts'
export {
  assertAccompanied,
  priceParty,
  type AskedLine,
  type Offer,
  type OfferedUnit,
  type PricedLine,
  type PricedParty,
} from './party.rules.ts'
export { deadlinesOf, POLICY_STEPS, refundFor, refundPercentAt } from './policy.rules.ts'
export { deadlineView, policyView, type DeadlineView, type PolicyView } from './policy.view.ts'
export { partyLines, quoteInput, uuid, type QuoteInput } from './pricing.schema.ts'
export { partyItem, type PartyItem } from './pricing.view.ts'
export { quote, toPartyItem, type QuoteView } from './quote.ts'
