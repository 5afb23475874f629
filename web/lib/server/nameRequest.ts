import { randomUUID } from 'node:crypto'
import type { RequestEvent } from '@sveltejs/kit'

/** Names the request, so that a person's report and our log line meet, and tells the metrics which route it is. */
export const nameRequest = ({ locals, platform, route }: RequestEvent): void => {
  locals.requestId = randomUUID()
  locals.retryAfterSeconds = null
  // For the metrics of the listener in front: addresses hold ids, routes do not.
  if (platform) Object.assign(platform.req, { route: route.id })
}
