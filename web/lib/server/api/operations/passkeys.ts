import {
  addPasskey,
  addPasskeyInput,
  factorAddedView,
  factorsView,
  noFactorInput,
  passkeyCreationView,
  passkeyIdInput,
  passkeyOptions,
  removePasskey,
  renamePasskey,
  renamePasskeyInput,
  securedAccount,
} from '@mayago/core/identity/factors/index.ts'
import { operation, SIGNED_IN } from '../operation.ts'

/** Not kept: a challenge is good once and for minutes. */
export const passkeyOptionsOperation = operation({
  operationId: 'passkeyOptions',
  method: 'POST',
  path: '/me/factors/passkeys/options',
  tag: 'Security',
  summary: 'Begin to add a passkey',
  action: 'account.secure',
  credentials: SIGNED_IN,
  input: noFactorInput,
  output: passkeyCreationView,
  retries: 'anew',
  useCase: passkeyOptions,
})

export const addPasskeyOperation = operation({
  operationId: 'addPasskey',
  method: 'POST',
  path: '/me/factors/passkeys',
  tag: 'Security',
  summary: 'Add the passkey',
  description: 'Send what `navigator.credentials.create()` gave, as `toJSON()` writes it.',
  action: 'account.secure',
  credentials: SIGNED_IN,
  input: addPasskeyInput,
  output: factorAddedView,
  status: 201,
  refusals: ['second_factor_wrong'],
  retries: 'sealed',
  admit: securedAccount,
  useCase: addPasskey,
})

export const renamePasskeyOperation = operation({
  operationId: 'renamePasskey',
  method: 'PATCH',
  path: '/me/factors/passkeys/{passkeyId}',
  tag: 'Security',
  summary: 'Rename a passkey',
  action: 'account.secure',
  credentials: SIGNED_IN,
  input: renamePasskeyInput,
  output: factorsView,
  useCase: renamePasskey,
})

export const removePasskeyOperation = operation({
  operationId: 'removePasskey',
  method: 'DELETE',
  path: '/me/factors/passkeys/{passkeyId}',
  tag: 'Security',
  summary: 'Remove a passkey',
  action: 'account.secure',
  credentials: SIGNED_IN,
  input: passkeyIdInput,
  output: factorsView,
  refusals: ['last_factor', 'last_way_in'],
  useCase: removePasskey,
})
