export {
  duplicateCaptured,
  duplicateReturned,
  paymentCaptured,
  refundPlanned,
  refundSucceeded,
} from './entries.ts'
export { postEntry } from './postEntry.ts'
export { releaseFunds } from './releaseFunds.ts'
export { splitSale } from './splitSale.ts'
export { verifyLedger, type LedgerDifference, type LedgerReport } from './verifyLedger.ts'
