import { issueLiveTicket, liveTicketInput, liveTicketView } from '@mayago/core/identity/liveTicket.ts'
import { operation } from '../operation.ts'

export const issueLiveTicketOperation = operation({
  operationId: 'issueLiveTicket',
  method: 'POST',
  path: '/live/tickets',
  tag: 'Live',
  summary: 'Get a ticket for a live room',
  description: 'It opens one WebSocket room once within 30 seconds: cookies and tokens never travel in its URL.',
  action: 'live.join',
  input: liveTicketInput,
  output: liveTicketView,
  status: 201,
  limits: ['liveTickets'],
  retries: 'sealed',
  ownPages: true,
  useCase: issueLiveTicket,
})
