export {
  duplicateCaptured,
  duplicateReturned,
  fundsReleased,
  paymentCaptured,
  refundPlanned,
  refundSucceeded,
  sharesTakenBack,
  transferReversed,
  transferSent,
} from './entries.ts'
export { postEntry } from './postEntry.ts'
export { splitSale } from './splitSale.ts'
export type { MoneyLists } from './listMoved.ts'
export { verifyLedger, type LedgerDifference, type LedgerReport } from './verifyLedger.ts'
