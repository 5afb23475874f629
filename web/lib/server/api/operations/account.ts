import {
  accountView,
  changeEmail,
  changeEmailInput,
  changePassword,
  changePasswordInput,
  changeProfile,
  changeProfileInput,
  eraseAccount,
  eraseAccountInput,
  exportMyData,
  exportView,
  getMe,
  mailedView,
  noInput,
  resendVerification,
} from '@mayago/core/identity/index.ts'
import { doneView } from '@mayago/core/viewParts.ts'
import { operation, SIGNED_IN } from '../operation.ts'

export const getMeOperation = operation({
  operationId: 'getMe',
  method: 'GET',
  path: '/me',
  tag: 'Account',
  summary: 'Read one’s account',
  action: 'account.read',
  credentials: SIGNED_IN,
  input: noInput,
  output: accountView,
  refusals: ['not_found'],
  useCase: getMe,
})

export const changeProfileOperation = operation({
  operationId: 'changeProfile',
  method: 'PATCH',
  path: '/me',
  tag: 'Account',
  summary: 'Change name, language and phone',
  description: 'What is left out stays; `phone: null` takes it away.',
  action: 'account.change',
  credentials: SIGNED_IN,
  input: changeProfileInput,
  output: accountView,
  refusals: ['not_found'],
  useCase: changeProfile,
})

export const eraseAccountOperation = operation({
  operationId: 'eraseAccount',
  method: 'DELETE',
  path: '/me',
  tag: 'Account',
  summary: 'Delete one’s account',
  description: 'For good: what tells of the person goes, the books stay as nobody’s.',
  action: 'account.erase',
  credentials: SIGNED_IN,
  input: noInput,
  output: doneView,
  refusals: ['not_found', 'account_in_use'],
  limits: ['signIn'],
  useCase: eraseAccount,
})

/** Not kept: with the account its sessions are over, so that a retry hears `token_invalid`, which says the same. */
export const eraseAccountByPasswordOperation = operation({
  operationId: 'eraseAccountByPassword',
  method: 'POST',
  path: '/me/erase',
  tag: 'Account',
  summary: 'Delete one’s account, with the password',
  description: 'Like `DELETE /me`, for who has not signed in just now.',
  action: 'account.erase',
  credentials: SIGNED_IN,
  input: eraseAccountInput,
  output: doneView,
  refusals: ['not_found', 'account_in_use', 'wrong_credentials', 'overloaded'],
  limits: ['signIn'],
  retries: 'anew',
  useCase: eraseAccount,
})

export const exportMyDataOperation = operation({
  operationId: 'exportMyData',
  method: 'GET',
  path: '/me/export',
  tag: 'Account',
  summary: 'Download all that is kept about oneself',
  action: 'account.export',
  credentials: SIGNED_IN,
  input: noInput,
  output: exportView,
  refusals: ['not_found'],
  limits: ['reset'],
  useCase: exportMyData,
})

export const changeEmailOperation = operation({
  operationId: 'changeEmail',
  method: 'POST',
  path: '/me/email',
  tag: 'Account',
  summary: 'Ask for another address',
  description:
    'It counts once `verifyEmail` has the token that is mailed there. The password may stand in for a recent sign-in.',
  action: 'account.secure',
  credentials: SIGNED_IN,
  input: changeEmailInput,
  output: mailedView,
  status: 202,
  refusals: ['wrong_credentials', 'overloaded'],
  limits: ['reset'],
  retries: 'sealed',
  useCase: changeEmail,
})

export const resendVerificationOperation = operation({
  operationId: 'resendVerification',
  method: 'POST',
  path: '/me/email/verification',
  tag: 'Account',
  summary: 'Have the link that proves the address mailed again',
  action: 'account.change',
  credentials: SIGNED_IN,
  input: noInput,
  output: doneView,
  status: 202,
  limits: ['reset'],
  retries: 'sealed',
  useCase: resendVerification,
})

export const changePasswordOperation = operation({
  operationId: 'changePassword',
  method: 'POST',
  path: '/me/password',
  tag: 'Security',
  summary: 'Change the password',
  description: 'Ends all other sessions. The present password may stand in for a recent sign-in.',
  action: 'account.secure',
  credentials: SIGNED_IN,
  input: changePasswordInput,
  output: doneView,
  refusals: ['not_found', 'wrong_credentials', 'password_refused', 'overloaded'],
  limits: ['signIn'],
  retries: 'sealed',
  useCase: changePassword,
})
