import {
  endOtherSessions,
  endSession,
  listSessions,
  listSessionsInput,
  noInput,
  sessionIdInput,
  sessionsEndedView,
  sessionsView,
  signOut,
} from '@mayago/core/identity/index.ts'
import { doneView } from '@mayago/core/viewParts.ts'
import { operation, SIGNED_IN } from '../operation.ts'

/** Not kept: with the session its token is over, so that a retry hears `token_invalid`, which says the same. */
export const signOutOperation = operation({
  operationId: 'signOut',
  method: 'POST',
  path: '/auth/sign-out',
  tag: 'Security',
  summary: 'End the session that asks',
  description: 'Its tokens are worthless at once.',
  action: 'session.end',
  credentials: SIGNED_IN,
  input: noInput,
  output: doneView,
  retries: 'anew',
  useCase: signOut,
})

export const listSessionsOperation = operation({
  operationId: 'listSessions',
  method: 'GET',
  path: '/me/sessions',
  tag: 'Security',
  summary: 'List where the account is signed in',
  action: 'account.read',
  credentials: SIGNED_IN,
  input: listSessionsInput,
  output: sessionsView,
  useCase: listSessions,
})

export const endOtherSessionsOperation = operation({
  operationId: 'endOtherSessions',
  method: 'DELETE',
  path: '/me/sessions',
  tag: 'Security',
  summary: 'End all sessions but the one that asks',
  action: 'session.end',
  credentials: SIGNED_IN,
  input: noInput,
  output: sessionsEndedView,
  useCase: endOtherSessions,
})

export const endSessionOperation = operation({
  operationId: 'endSession',
  method: 'DELETE',
  path: '/me/sessions/{sessionId}',
  tag: 'Security',
  summary: 'End one session',
  action: 'session.end',
  credentials: SIGNED_IN,
  input: sessionIdInput,
  output: doneView,
  useCase: endSession,
})
