import {
  passkeyRequestView,
  passkeySignInInput,
  passkeySignInOptions,
  noFactorInput,
  secondStepInput,
  secondStepPasskeyOptions,
  sendSecondStepCode,
  signInWithPasskey,
  smsSentView,
} from '@mayago/core/identity/factors/index.ts'
import {
  completeSignIn,
  completeSignInInput,
  refreshInput,
  refreshSession,
  signIn,
  signInInput,
  tokensView,
  toTokensView,
} from '@mayago/core/identity/index.ts'
import { operation } from '../operation.ts'

export const signInOperation = operation({
  operationId: 'signIn',
  method: 'POST',
  path: '/auth/sign-in',
  tag: 'Security',
  summary: 'Sign in with a password',
  description:
    'Where the account has a second factor, the refusal `second_factor_required` names its `methods` and a `challenge` for `completeSignIn`, good for five minutes.',
  action: 'account.signIn',
  credentials: ['none'],
  input: signInInput,
  output: tokensView,
  refusals: ['wrong_credentials', 'second_factor_required', 'account_suspended', 'overloaded'],
  limits: ['signIn'],
  retries: 'sealed',
  useCase: async (ctx, input) => toTokensView(await signIn(ctx, { ...input, channel: 'api' })),
})

export const completeSignInOperation = operation({
  operationId: 'completeSignIn',
  method: 'POST',
  path: '/auth/sign-in/second-factor',
  tag: 'Security',
  summary: 'Sign in with the second factor',
  action: 'account.signIn',
  credentials: ['none'],
  input: completeSignInInput,
  output: tokensView,
  refusals: ['second_factor_wrong', 'token_invalid', 'wrong_credentials', 'account_suspended'],
  limits: ['signIn'],
  retries: 'sealed',
  useCase: async (ctx, input) => toTokensView(await completeSignIn(ctx, { ...input, channel: 'api' })),
})

export const sendSecondStepCodeOperation = operation({
  operationId: 'sendSecondStepCode',
  method: 'POST',
  path: '/auth/sign-in/second-factor/sms',
  tag: 'Security',
  summary: 'Have a code texted for the second factor',
  action: 'account.signIn',
  credentials: ['none'],
  input: secondStepInput,
  output: smsSentView,
  refusals: ['token_invalid', 'second_factor_wrong'],
  limits: ['signIn'],
  retries: 'sealed',
  useCase: sendSecondStepCode,
})

/** Not kept: a challenge is good once and for minutes, and two who share an address must never share one. */
export const secondStepPasskeyOptionsOperation = operation({
  operationId: 'secondStepPasskeyOptions',
  method: 'POST',
  path: '/auth/sign-in/second-factor/passkey-options',
  tag: 'Security',
  summary: 'Ask for a passkey as the second factor',
  action: 'account.signIn',
  credentials: ['none'],
  input: secondStepInput,
  output: passkeyRequestView,
  refusals: ['token_invalid'],
  limits: ['signIn'],
  retries: 'anew',
  useCase: secondStepPasskeyOptions,
})

/** Not kept, as above. */
export const passkeySignInOptionsOperation = operation({
  operationId: 'passkeySignInOptions',
  method: 'POST',
  path: '/auth/sign-in/passkey-options',
  tag: 'Security',
  summary: 'Ask for any passkey to sign in with',
  action: 'account.signIn',
  credentials: ['none'],
  input: noFactorInput,
  output: passkeyRequestView,
  limits: ['signIn'],
  retries: 'anew',
  useCase: passkeySignInOptions,
})

export const signInWithPasskeyOperation = operation({
  operationId: 'signInWithPasskey',
  method: 'POST',
  path: '/auth/sign-in/passkey',
  tag: 'Security',
  summary: 'Sign in with a passkey',
  description: 'It counts as both factors.',
  action: 'account.signIn',
  credentials: ['none'],
  input: passkeySignInInput,
  output: tokensView,
  refusals: ['second_factor_wrong', 'wrong_credentials', 'account_suspended'],
  limits: ['signIn'],
  retries: 'sealed',
  useCase: async (ctx, input) => toTokensView(await signInWithPasskey(ctx, { ...input, channel: 'api' })),
})

/**
 * The successor is kept for its retries: an answer that got lost would cost the client its session, as its token was
 * used. With another key, or from another address, a used token still ends the session (TOKEN-3).
 */
export const refreshSessionOperation = operation({
  operationId: 'refreshSession',
  method: 'POST',
  path: '/auth/refresh',
  tag: 'Security',
  summary: 'Exchange a refresh token for fresh tokens',
  description:
    'Once: a refresh token that comes a second time was copied, and its session ends at once. Retry a lost answer with the same key.',
  action: 'account.signIn',
  credentials: ['none'],
  input: refreshInput,
  output: tokensView,
  refusals: ['token_invalid'],
  retries: 'sealed',
  useCase: async (ctx, input) => toTokensView(await refreshSession(ctx, { ...input, channel: 'api' })),
})
