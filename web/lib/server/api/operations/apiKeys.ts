import {
  apiKeyIdInput,
  apiKeyListView,
  apiKeyView,
  createApiKey,
  createApiKeyInput,
  listApiKeys,
  listApiKeysInput,
  newApiKeyView,
  revokeApiKey,
} from '@mayago/core/partners/index.ts'
import { operation } from '../operation.ts'

export const listApiKeysOperation = operation({
  operationId: 'listApiKeys',
  method: 'GET',
  path: '/api-keys',
  tag: 'Partners',
  summary: 'List your API keys',
  description: 'Those you made, and those of providers you own or manage.',
  action: 'apiKey.read',
  credentials: ['bearer'],
  input: listApiKeysInput,
  output: apiKeyListView,
  useCase: listApiKeys,
})

export const createApiKeyOperation = operation({
  operationId: 'createApiKey',
  method: 'POST',
  path: '/api-keys',
  tag: 'Partners',
  summary: 'Make an API key',
  description: 'The answer alone tells the whole `key`. One for a provider needs its owner or manager.',
  action: 'apiKey.manage',
  credentials: ['bearer'],
  input: createApiKeyInput,
  output: newApiKeyView,
  status: 201,
  refusals: ['not_found'],
  // It seals its answer itself, with the key that it makes.
  retries: 'useCase',
  useCase: createApiKey,
})

export const revokeApiKeyOperation = operation({
  operationId: 'revokeApiKey',
  method: 'DELETE',
  path: '/api-keys/{keyId}',
  tag: 'Partners',
  summary: 'Revoke an API key',
  description: 'At once and for good; may be repeated.',
  action: 'apiKey.revoke',
  credentials: ['bearer'],
  input: apiKeyIdInput,
  output: apiKeyView,
  useCase: revokeApiKey,
})
