import type { Handle, HandleServerError } from '@sveltejs/kit'
import { getApp } from '@mayago/core/app.ts'
import { handleApi } from './lib/server/handleApi.ts'
import { handlePage } from './lib/server/handlePage.ts'

/** Endpoints and pages share little on their way, and neither pays for the other's. */
export const handle: Handle = (input) =>
  input.event.url.pathname.startsWith('/api/') ? handleApi(input) : handlePage(input)

/** What nobody foresaw: logged whole, told to the person only as a request id. A client's mistake is no failure of ours. */
export const handleError: HandleServerError = ({ error, event, status, message }) => {
  const { requestId } = event.locals
  if (status >= 500) getApp().ports.log.error({ err: error, requestId, path: event.url.pathname }, 'request failed')
  return { message, requestId }
}
