import {
  changeWebhook,
  changeWebhookInput,
  createWebhook,
  createWebhookInput,
  deliveryPageView,
  getWebhook,
  listDeliveries,
  listDeliveriesInput,
  listWebhooks,
  listWebhooksInput,
  removedWebhookView,
  removeWebhook,
  replayDeliveries,
  replayedView,
  replayInput,
  rotateWebhookSecret,
  testedWebhookView,
  testWebhook,
  webhookIdInput,
  webhookListView,
  webhookView,
  webhookWithSecretView,
} from '@mayago/core/partners/index.ts'
import { operation } from '../operation.ts'

export const listWebhooksOperation = operation({
  operationId: 'listWebhooks',
  method: 'GET',
  path: '/webhooks',
  tag: 'Partners',
  summary: 'List your webhooks',
  description: 'Those you made, and those of providers you own or manage; to a key for one provider, that one’s.',
  action: 'webhook.manage',
  credentials: ['bearer'],
  input: listWebhooksInput,
  output: webhookListView,
  useCase: listWebhooks,
})

export const createWebhookOperation = operation({
  operationId: 'createWebhook',
  method: 'POST',
  path: '/webhooks',
  tag: 'Partners',
  summary: 'Make a webhook',
  description:
    'Deliveries are signed as Standard Webhooks has it; the answer alone tells the `secret`. Only a public https address may be named.',
  action: 'webhook.manage',
  credentials: ['bearer'],
  input: createWebhookInput,
  output: webhookWithSecretView,
  status: 201,
  refusals: ['url_not_allowed', 'not_found'],
  // It seals its answer itself, with the endpoint that it makes.
  retries: 'useCase',
  useCase: createWebhook,
})

export const getWebhookOperation = operation({
  operationId: 'getWebhook',
  method: 'GET',
  path: '/webhooks/{webhookId}',
  tag: 'Partners',
  summary: 'Read a webhook',
  action: 'webhook.manageOne',
  credentials: ['bearer'],
  input: webhookIdInput,
  output: webhookView,
  useCase: getWebhook,
})

export const changeWebhookOperation = operation({
  operationId: 'changeWebhook',
  method: 'PATCH',
  path: '/webhooks/{webhookId}',
  tag: 'Partners',
  summary: 'Change a webhook, or switch it off or on',
  description: 'What is on its way is given up when it is switched off; it can be replayed later.',
  action: 'webhook.manageOne',
  credentials: ['bearer'],
  input: changeWebhookInput,
  output: webhookView,
  refusals: ['url_not_allowed'],
  useCase: changeWebhook,
})

export const removeWebhookOperation = operation({
  operationId: 'removeWebhook',
  method: 'DELETE',
  path: '/webhooks/{webhookId}',
  tag: 'Partners',
  summary: 'Remove a webhook with its log',
  action: 'webhook.manageOne',
  credentials: ['bearer'],
  input: webhookIdInput,
  output: removedWebhookView,
  useCase: removeWebhook,
})

export const rotateWebhookSecretOperation = operation({
  operationId: 'rotateWebhookSecret',
  method: 'POST',
  path: '/webhooks/{webhookId}/rotate-secret',
  tag: 'Partners',
  summary: 'Give a webhook a new secret',
  description: 'The answer alone tells it. For a day the former one signs too.',
  action: 'webhook.manageOne',
  credentials: ['bearer'],
  input: webhookIdInput,
  output: webhookWithSecretView,
  // It seals its answer itself, with the secret that it makes.
  retries: 'useCase',
  useCase: rotateWebhookSecret,
})

export const testWebhookOperation = operation({
  operationId: 'testWebhook',
  method: 'POST',
  path: '/webhooks/{webhookId}/test',
  tag: 'Partners',
  summary: 'Send a delivery about nothing',
  description: 'To see whether `webhook.tested` arrives. One that is switched off is `invalid_input`.',
  action: 'webhook.manageOne',
  credentials: ['bearer'],
  input: webhookIdInput,
  output: testedWebhookView,
  status: 202,
  retries: 'useCase',
  useCase: testWebhook,
})

export const listDeliveriesOperation = operation({
  operationId: 'listDeliveries',
  method: 'GET',
  path: '/webhooks/{webhookId}/deliveries',
  tag: 'Partners',
  summary: 'List what a webhook was sent',
  description: 'Each with its attempts; kept for thirty days.',
  action: 'webhook.manageOne',
  credentials: ['bearer'],
  input: listDeliveriesInput,
  output: deliveryPageView,
  useCase: listDeliveries,
})

export const replayDeliveriesOperation = operation({
  operationId: 'replayDeliveries',
  method: 'POST',
  path: '/webhooks/{webhookId}/replay',
  tag: 'Partners',
  summary: 'Send deliveries again',
  description: 'One by its `deliveryId`, or all `since` a time that have not arrived. The webhook-id stays.',
  action: 'webhook.manageOne',
  credentials: ['bearer'],
  input: replayInput,
  output: replayedView,
  retries: 'useCase',
  useCase: replayDeliveries,
})
