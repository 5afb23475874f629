import type { RequestHandler } from '@sveltejs/kit'
import bundleUrl from 'swagger-ui-dist/swagger-ui-bundle.js?url'
import stylesUrl from 'swagger-ui-dist/swagger-ui.css?url'
import { answerRead } from '$lib/server/api/answerRead.ts'
import { answering, otherMethods } from '$lib/server/endpoint.ts'
import fontsUrl from '$lib/styles/fonts.css?url&no-inline'
import tokensUrl from '$lib/styles/tokens.css?url&no-inline'
import themeUrl from './docs.css?url&no-inline'
import startUrl from './openDocs.js?url&no-inline'

/**
 * Looser than every other page of ours in one thing: Swagger UI writes style attributes and brings its icons as data.
 * Scripts are ours alone, and nothing leaves this origin.
 */
const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data:",
  "font-src 'self'",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ')

const page = `<!doctype html>
<html lang="en" data-theme="light">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <meta name="color-scheme" content="light" />
    <title>MayaGo API</title>
    <link rel="icon" href="/icon.svg" type="image/svg+xml" />
    <link rel="stylesheet" href="${stylesUrl}" />
    <link rel="stylesheet" href="${tokensUrl}" />
    <link rel="stylesheet" href="${fontsUrl}" />
    <link rel="stylesheet" href="${themeUrl}" />
    <script src="${bundleUrl}" defer></script>
    <script src="${startUrl}" defer></script>
  </head>
  <body>
    <header>
      <a href="/">MayaGo</a>
      <a href="/api/v1/openapi.json">openapi.json</a>
    </header>
    <main id="docs"><noscript>The document is at <a href="/api/v1/openapi.json">/api/v1/openapi.json</a>.</noscript></main>
  </body>
</html>
`

/** The API's documentation, to read and to try. */
export const GET: RequestHandler = (event) =>
  answering(event, ['pages'], async () => {
    const response = await answerRead(event.request, {
      body: page,
      contentType: 'text/html; charset=utf-8',
      shared: true,
    })
    response.headers.set('content-security-policy', POLICY)
    return response
  })
export const fallback = otherMethods('GET')
