import { inTransaction, type Ctx } from '../../context.ts'
import { factorProof } from './factors.schema.ts'
import { noteChange } from './noteChange.ts'
import { takeRecoveryCode } from './recoveryCodes.ts'
import { takeSmsCode } from './sms.ts'
import { takeTotpCode } from './totp.ts'
import { takePasskeyFactor } from './usePasskey.ts'

/** What was shown beside the first factor, as it came; `factorProof` says which parts each method has. */
export interface FactorProof {
  method: string
  [part: string]: unknown
}

/**
 * Whether the proof is this user's; it is used up by this. What has another form proves nothing. The caller knows whose
 * first factor was right, and counts the try against the account.
 */
export const verifyFactor = async (ctx: Ctx, userId: string, shown: FactorProof): Promise<boolean> => {
  const { data: proof } = factorProof.safeParse(shown)
  switch (proof?.method) {
    case 'totp':
      return takeTotpCode(ctx, userId, proof.code)
    case 'sms':
      return takeSmsCode(ctx, userId, proof.code)
    case 'recovery_code':
      return spendRecoveryCode(ctx, userId, proof.code)
    case 'passkey':
      return takePasskeyFactor(ctx, userId, proof.response)
    case undefined:
      return false
  }
}

/** A recovery code opens an account whose devices are gone, or one whose codes were found: it is told at once. */
const spendRecoveryCode = (ctx: Ctx, userId: string, code: string): Promise<boolean> =>
  inTransaction(ctx, async (tx) => {
    if (!(await takeRecoveryCode(tx, userId, code))) return false
    await noteChange(tx, userId, 'recoveryCodeUsed')
    return true
  })
