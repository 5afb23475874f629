import { getTicketPdf } from '@mayago/core/documents/index.ts'
import { bookingIdInput } from '@mayago/core/booking/index.ts'
import { download } from '$lib/server/download.ts'
import type { RequestHandler } from './$types'

export const GET: RequestHandler = ({ locals, locals: { ctx }, params }) =>
  download(locals, 'application/pdf', bookingIdInput, params, (input) => getTicketPdf(ctx, input))
