import {
  confirmSms,
  confirmSmsInput,
  confirmTotp,
  confirmTotpInput,
  factorAddedView,
  factorsView,
  getFactors,
  noFactorInput,
  recoveryCodesView,
  regenerateRecoveryCodes,
  removeSms,
  removeTotp,
  securedAccount,
  smsSentView,
  startSms,
  startSmsInput,
  startTotp,
  totpStartView,
} from '@mayago/core/identity/factors/index.ts'
import { operation, SIGNED_IN } from '../operation.ts'

export const getFactorsOperation = operation({
  operationId: 'getFactors',
  method: 'GET',
  path: '/me/factors',
  tag: 'Security',
  summary: 'List second factors',
  description: 'Without their secrets; of a phone its last two digits.',
  action: 'account.read',
  credentials: SIGNED_IN,
  input: noFactorInput,
  output: factorsView,
  useCase: getFactors,
})

/** Not kept: asked again, it offers the same secret for as long as that can be confirmed. */
export const startTotpOperation = operation({
  operationId: 'startTotp',
  method: 'POST',
  path: '/me/factors/totp',
  tag: 'Security',
  summary: 'Begin to add an authenticator app',
  description: 'Nothing counts until `confirmTotp` has a code from it, within 15 minutes.',
  action: 'account.secure',
  credentials: SIGNED_IN,
  input: noFactorInput,
  output: totpStartView,
  retries: 'anew',
  useCase: startTotp,
})

export const confirmTotpOperation = operation({
  operationId: 'confirmTotp',
  method: 'POST',
  path: '/me/factors/totp/confirm',
  tag: 'Security',
  summary: 'Add the authenticator app by a code from it',
  action: 'account.secure',
  credentials: SIGNED_IN,
  input: confirmTotpInput,
  output: factorAddedView,
  refusals: ['second_factor_wrong'],
  retries: 'sealed',
  admit: securedAccount,
  useCase: confirmTotp,
})

export const removeTotpOperation = operation({
  operationId: 'removeTotp',
  method: 'DELETE',
  path: '/me/factors/totp',
  tag: 'Security',
  summary: 'Remove the authenticator app',
  action: 'account.secure',
  credentials: SIGNED_IN,
  input: noFactorInput,
  output: factorsView,
  refusals: ['not_found', 'last_factor', 'last_way_in'],
  useCase: removeTotp,
})

export const startSmsOperation = operation({
  operationId: 'startSms',
  method: 'POST',
  path: '/me/factors/sms',
  tag: 'Security',
  summary: 'Begin to add a phone for codes by text message',
  description: 'It counts once `confirmSms` has the code.',
  action: 'account.secure',
  credentials: SIGNED_IN,
  input: startSmsInput,
  output: smsSentView,
  retries: 'sealed',
  useCase: startSms,
})

export const confirmSmsOperation = operation({
  operationId: 'confirmSms',
  method: 'POST',
  path: '/me/factors/sms/confirm',
  tag: 'Security',
  summary: 'Add the phone by the code that was texted to it',
  action: 'account.secure',
  credentials: SIGNED_IN,
  input: confirmSmsInput,
  output: factorAddedView,
  refusals: ['second_factor_wrong'],
  retries: 'sealed',
  admit: securedAccount,
  useCase: confirmSms,
})

export const removeSmsOperation = operation({
  operationId: 'removeSms',
  method: 'DELETE',
  path: '/me/factors/sms',
  tag: 'Security',
  summary: 'Remove the phone',
  action: 'account.secure',
  credentials: SIGNED_IN,
  input: noFactorInput,
  output: factorsView,
  refusals: ['not_found', 'last_factor', 'last_way_in'],
  useCase: removeSms,
})

export const regenerateRecoveryCodesOperation = operation({
  operationId: 'regenerateRecoveryCodes',
  method: 'POST',
  path: '/me/factors/recovery-codes',
  tag: 'Security',
  summary: 'Make ten new recovery codes',
  description: 'In place of all there were. They are told here and never again.',
  action: 'account.secure',
  credentials: SIGNED_IN,
  input: noFactorInput,
  output: recoveryCodesView,
  status: 201,
  refusals: ['second_factor_missing'],
  retries: 'sealed',
  admit: securedAccount,
  useCase: regenerateRecoveryCodes,
})
