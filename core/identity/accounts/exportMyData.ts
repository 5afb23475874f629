import { refuse } from '@mayago/kernel/errors.ts'
import { findPersonalData } from '@mayago/db/queries/personalData.ts'
import { recordAct } from '../../audit/index.ts'
import { inTransaction, type Ctx } from '../../context.ts'
import type { ExportView } from './account.view.ts'
import { placeOf } from '../sealedFields.ts'
import { ownAccount } from './ownAccount.ts'

/** Everything we keep about the person who asks. Throws `sign_in_again`: a borrowed screen is no reason to tell it all. */
export const exportMyData = async (ctx: Ctx): Promise<ExportView> => {
  const { userId } = ownAccount(ctx, 'account.export')
  const found = await findPersonalData(ctx.em, userId)
  if (!found?.account) throw refuse('not_found', { what: 'account' })
  const { account, textMessages, bookings, ...rest } = found
  const { phoneSealed, ...profile } = account
  const open = (place: string, sealed: string | null) =>
    sealed === null ? null : ctx.services.sealer.open(place, sealed)
  await inTransaction(ctx, (tx) => recordAct(tx, 'account.exported', `user:${userId}`))
  return {
    exportedAt: ctx.now.toISOString(),
    account: { ...profile, phone: open(placeOf('users', 'phone_sealed', userId), phoneSealed) },
    textMessages: textMessages.map(({ phoneSealed: sealed, ...factor }) => ({
      ...factor,
      phone: open(placeOf('sms_factors', 'phone_sealed', userId), sealed),
    })),
    bookings: bookings.map(({ phoneSealed: sealed, ...booking }) => ({
      ...booking,
      contactPhone: open(placeOf('bookings', 'contact_phone_sealed', booking.id), sealed),
    })),
    ...rest,
  }
}
