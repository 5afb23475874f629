import type { ServerResponse } from 'node:http'
import { html, type Html } from './html.ts'

/** Nothing inline, nothing from elsewhere, framed by our own pages only. */
const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "font-src 'self'",
  "connect-src 'self'",
  "img-src 'self'",
  "base-uri 'none'",
  "frame-ancestors 'self'",
].join('; ')

export interface Page {
  title: string
  body: Html
  status?: number
  /** File in assets/ to run; pages must also work without. */
  script?: string
  /** `frame` has neither margins nor a background: it sits inside another page. */
  look?: 'frame' | 'sheet' | 'desk'
}

export const sendPage = (res: ServerResponse, basePath: string, page: Page): void => {
  const document = html`<!doctype html>
    <html lang="en" data-look="${page.look ?? 'sheet'}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="robots" content="noindex" />
        <meta name="color-scheme" content="light dark" />
        <title>${page.title}</title>
        <link rel="stylesheet" href="${basePath}/assets/sandbox.css" />
        ${page.script === undefined ? null : html`<script src="${basePath}/assets/${page.script}" type="module"></script>`}
      </head>
      <body>
        ${page.body}
      </body>
    </html> `
  res.writeHead(page.status ?? 200, {
    'Content-Type': 'text/html; charset=utf-8',
    'Content-Security-Policy': POLICY,
    'Cache-Control': 'no-store',
    'Referrer-Policy': 'no-referrer',
    'X-Content-Type-Options': 'nosniff',
  })
  res.end(document.text)
}

/** See Other: what was posted is not posted again on reload. */
export const redirect = (res: ServerResponse, url: string): void => {
  res.writeHead(303, { Location: url, 'Cache-Control': 'no-store', 'Referrer-Policy': 'no-referrer' })
  res.end()
}
