import type { UserId } from '@mayago/kernel/ids.ts'
import { queryRows } from '@mayago/db/sql.ts'
import type { Ctx } from '../../context.ts'
import { countFactors } from './countFactors.ts'

/** With the last factor go the codes that stand in for one. */
export const closeWhenLast = async (tx: Ctx, userId: UserId): Promise<void> => {
  if ((await countFactors(tx, userId)) > 0) return
  await queryRows(tx.em, 'delete from recovery_codes where user_id = $1', [userId])
  await queryRows(tx.em, 'delete from sms_codes where user_id = $1', [userId])
}
