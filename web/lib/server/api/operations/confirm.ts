import {
  confirmByFactor,
  confirmByFactorInput,
  confirmPasskeyOptions,
  noFactorInput,
  passkeyRequestView,
  sendConfirmCode,
  smsSentView,
} from '@mayago/core/identity/factors/index.ts'
import { confirmIdentity, confirmIdentityInput } from '@mayago/core/identity/index.ts'
import { doneView } from '@mayago/core/viewParts.ts'
import { operation, SIGNED_IN } from '../operation.ts'

/** Not kept: an old answer would say that it is confirmed when that has run out, and a password may be shown again. */
export const confirmIdentityOperation = operation({
  operationId: 'confirmIdentity',
  method: 'POST',
  path: '/me/confirm',
  tag: 'Security',
  summary: 'Show the password again',
  description: 'For 15 minutes the session may then do what asks for a recent sign-in.',
  action: 'account.change',
  credentials: SIGNED_IN,
  input: confirmIdentityInput,
  output: doneView,
  refusals: ['wrong_credentials', 'overloaded'],
  limits: ['signIn'],
  retries: 'anew',
  useCase: confirmIdentity,
})

export const confirmByFactorOperation = operation({
  operationId: 'confirmByFactor',
  method: 'POST',
  path: '/me/confirm/factor',
  tag: 'Security',
  summary: 'Show a second factor again',
  description: 'For 15 minutes the session may then do what asks for a recent sign-in.',
  action: 'account.change',
  credentials: SIGNED_IN,
  input: confirmByFactorInput,
  output: doneView,
  refusals: ['second_factor_wrong'],
  retries: 'sealed',
  useCase: confirmByFactor,
})

export const sendConfirmCodeOperation = operation({
  operationId: 'sendConfirmCode',
  method: 'POST',
  path: '/me/confirm/sms',
  tag: 'Security',
  summary: 'Have a code texted to show again',
  action: 'account.change',
  credentials: SIGNED_IN,
  input: noFactorInput,
  output: smsSentView,
  refusals: ['second_factor_wrong'],
  retries: 'sealed',
  useCase: sendConfirmCode,
})

/** Not kept: a challenge is good once and for minutes. */
export const confirmPasskeyOptionsOperation = operation({
  operationId: 'confirmPasskeyOptions',
  method: 'POST',
  path: '/me/confirm/passkey-options',
  tag: 'Security',
  summary: 'Ask for a passkey to show again',
  action: 'account.change',
  credentials: SIGNED_IN,
  input: noFactorInput,
  output: passkeyRequestView,
  retries: 'anew',
  useCase: confirmPasskeyOptions,
})
