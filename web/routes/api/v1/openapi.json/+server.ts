import type { RequestHandler } from '@sveltejs/kit'
import { answerRead } from '$lib/server/api/answerRead.ts'
import { answering, otherMethods } from '$lib/server/endpoint.ts'
import document from '../../../../../docs/openapi.json'

const body = JSON.stringify(document)

/** The API as OpenAPI 3.1 tells it: the committed document, which a test holds to the schemas. */
export const GET: RequestHandler = (event) =>
  answering(event, ['api'], () => answerRead(event.request, { body, contentType: 'application/json', shared: true }))
export const fallback = otherMethods('GET')
