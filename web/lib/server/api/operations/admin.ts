import {
  actAs,
  actPage,
  changeRole,
  changeRoleInput,
  findUsers,
  findUsersInput,
  foundUsersView,
  getUser,
  listActs,
  listActsInput,
  suspendUser,
  suspendUserInput,
  unsuspendUser,
  userIdInput,
  userView,
} from '@mayago/core/admin/index.ts'
import { assertCan } from '@mayago/core/identity/access.ts'
import { tokensView, toTokensView } from '@mayago/core/identity/index.ts'
import { doneView } from '@mayago/core/viewParts.ts'
import { operation } from '../operation.ts'

export const findUsersOperation = operation({
  operationId: 'findUsers',
  method: 'GET',
  path: '/admin/users',
  tag: 'Admin',
  summary: 'Find accounts',
  description:
    'By id, by a part of e-mail or name, or by a booking’s id or reference; without `q` all. For support and admins.',
  action: 'user.find',
  credentials: ['bearer'],
  input: findUsersInput,
  output: foundUsersView,
  useCase: findUsers,
})

export const getUserOperation = operation({
  operationId: 'getUser',
  method: 'GET',
  path: '/admin/users/{userId}',
  tag: 'Admin',
  summary: 'Read an account with its timeline',
  description: 'For support and admins. That somebody looked is in the audit log.',
  action: 'user.read',
  credentials: ['bearer'],
  input: userIdInput,
  output: userView,
  useCase: getUser,
})

export const suspendUserOperation = operation({
  operationId: 'suspendUser',
  method: 'POST',
  path: '/admin/users/{userId}/suspend',
  tag: 'Admin',
  summary: 'Suspend an account',
  description: 'Its sessions and keys end at once. Whoever works for the house loses that role first.',
  action: 'user.suspend',
  credentials: ['bearer'],
  input: suspendUserInput,
  output: doneView,
  retries: 'useCase',
  useCase: suspendUser,
})

export const unsuspendUserOperation = operation({
  operationId: 'unsuspendUser',
  method: 'POST',
  path: '/admin/users/{userId}/unsuspend',
  tag: 'Admin',
  summary: 'Open a suspended account again',
  action: 'user.suspend',
  credentials: ['bearer'],
  input: userIdInput,
  output: doneView,
  retries: 'useCase',
  useCase: unsuspendUser,
})

export const changeRoleOperation = operation({
  operationId: 'changeRole',
  method: 'POST',
  path: '/admin/users/{userId}/role',
  tag: 'Admin',
  summary: 'Give an account another role in the house',
  description: 'Its sessions end, and those it has open as others. There is always an admin left.',
  action: 'user.changeRole',
  credentials: ['bearer'],
  input: changeRoleInput,
  output: doneView,
  refusals: ['last_admin'],
  retries: 'useCase',
  useCase: changeRole,
})

export const actAsOperation = operation({
  operationId: 'actAs',
  method: 'POST',
  path: '/admin/users/{userId}/act-as',
  tag: 'Admin',
  summary: 'Open a session as a traveler',
  description: 'It names the admin in every audit entry, and does nothing that asks for a recent sign-in.',
  action: 'user.actAs',
  credentials: ['bearer'],
  input: userIdInput,
  output: tokensView,
  status: 201,
  retries: 'sealed',
  admit: async (ctx) => assertCan(ctx, 'user.actAs'),
  useCase: async (ctx, input) => toTokensView(await actAs(ctx, { ...input, channel: 'api' })),
})

export const listActsOperation = operation({
  operationId: 'listActs',
  method: 'GET',
  path: '/admin/audit',
  tag: 'Admin',
  summary: 'Read the audit log',
  description: 'By subject, by who acted, by action. For admins.',
  action: 'audit.read',
  credentials: ['bearer'],
  input: listActsInput,
  output: actPage,
  useCase: listActs,
})
