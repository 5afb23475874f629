import type { RequestHandler } from '@sveltejs/kit'
import bundleUrl from 'swagger-ui-dist/swagger-ui-bundle.js?url'
import stylesUrl from 'swagger-ui-dist/swagger-ui.css?url'
import { answering, otherMethods } from '$lib/server/endpoint.ts'
import { answerApiPage, API_PAGE_POLICY } from '../apiPage.ts'
import themeUrl from './docs.css?url&no-inline'
import startUrl from './openDocs.js?url&no-inline'

const MAIN = `<main id="docs"><noscript>
      The document is at <a href="/api/v1/openapi.json">/api/v1/openapi.json</a>.
    </noscript></main>`

/**
 * Looser than every other page of ours in one thing: Swagger UI writes style attributes and brings its icons as data.
 * Scripts are ours alone, and nothing leaves this origin.
 */
const policy = [
  ...API_PAGE_POLICY,
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data:",
  "font-src 'self'",
  "connect-src 'self'",
]

/** The API's documentation, to read and to try. */
export const GET: RequestHandler = (event) =>
  answering(event, ['pages'], () =>
    answerApiPage(event.request, {
      title: 'Docs',
      styles: [stylesUrl, themeUrl],
      scripts: [bundleUrl, startUrl],
      main: MAIN,
      policy,
      theme: 'light',
    }),
  )
export const fallback = otherMethods('GET')
