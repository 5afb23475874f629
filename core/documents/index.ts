export { getCalendarFile } from './getCalendarFile.ts'
export { getTicketPdf } from './getTicketPdf.ts'
export { getDevAttachment, getDevMail, listDevMails, type DevMailView } from './listDevMails.ts'
export { listDevTexts, type DevTextView } from './listDevTexts.ts'
export { sendCancellation, sendConfirmation, sendPaidTooLate } from './sendMails.ts'
export {
  sendEmailChange,
  sendErased,
  sendNewDevice,
  sendPasswordChanged,
  sendRegistration,
  sendReset,
  sendVerification,
} from './sendAccountMails.ts'
export { sendSecurityNotice } from './sendSecurityNotice.ts'
