import { answerRead } from '$lib/server/api/answerRead.ts'
import fontsUrl from '$lib/styles/fonts.css?url&no-inline'
import tokensUrl from '$lib/styles/tokens.css?url&no-inline'
import mastheadUrl from './masthead.css?url&no-inline'

interface ApiPage {
  title: string
  styles: readonly string[]
  scripts?: readonly string[]
  /** HTML. */
  main: string
  /** What its browser may load and run. */
  policy: readonly string[]
  /** Fixed where what it shows has one scheme only. */
  theme?: 'light'
}

/** What every page about the API may: it loads from this origin alone, and is nobody's frame. */
export const API_PAGE_POLICY = ["default-src 'none'", "base-uri 'none'", "form-action 'none'", "frame-ancestors 'none'"]

/** Answers a page about the API, for those who write clients: in English, the same for everybody, outside the site's own frame. */
export const answerApiPage = async (request: Request, page: ApiPage): Promise<Response> => {
  const response = await answerRead(request, {
    body: htmlOf(page),
    contentType: 'text/html; charset=utf-8',
    shared: true,
  })
  response.headers.set('content-security-policy', page.policy.join('; '))
  return response
}

const htmlOf = ({ title, styles, scripts = [], main, theme }: ApiPage): string => `<!doctype html>
<html lang="en"${theme === undefined ? '' : ` data-theme="${theme}"`}>
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <meta name="color-scheme" content="${theme ?? 'light dark'}" />
    <title>${title} · MayaGo API</title>
    <link rel="icon" href="/icon.svg" type="image/svg+xml" />
    ${[tokensUrl, fontsUrl, ...styles, mastheadUrl].map((url) => `<link rel="stylesheet" href="${url}" />`).join('\n    ')}
    ${scripts.map((url) => `<script src="${url}" defer></script>`).join('\n    ')}
  </head>
  <body>
    <header>
      <a href="/">MayaGo</a>
      <nav aria-label="API">
        <a href="/api/docs">Docs</a>
        <a href="/api/problems">Problems</a>
        <a href="/api/v1/openapi.json">openapi.json</a>
      </nav>
    </header>
    ${main}
  </body>
</html>
`
