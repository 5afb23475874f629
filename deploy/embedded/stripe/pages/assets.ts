import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { fileURLToPath } from 'node:url'

const script = 'text/javascript; charset=utf-8'
const style = 'text/css; charset=utf-8'
const own = (name: string): string => fileURLToPath(new URL(`../assets/${name}`, import.meta.url))

/** Every file the sandbox serves; there is no folder to look around in. */
const ASSETS: Record<string, { file: () => string; type: string }> = {
  '/v3/stripe.js': { file: () => own('stripe.js'), type: script },
  '/v3/stripe.css': { file: () => own('stripe.css'), type: style },
  '/assets/card.js': { file: () => own('card.js'), type: script },
  '/assets/challenge.js': { file: () => own('challenge.js'), type: script },
  '/assets/sandbox.css': { file: () => own('sandbox.css'), type: style },
  '/assets/figtree.woff2': {
    file: () =>
      fileURLToPath(import.meta.resolve('@fontsource-variable/figtree/files/figtree-latin-wght-normal.woff2')),
    type: 'font/woff2',
  },
}

/** Sends one of the sandbox's files; false when there is none by this name. */
export const sendAsset = async (req: IncomingMessage, res: ServerResponse, path: string): Promise<boolean> => {
  const asset = Object.hasOwn(ASSETS, path) ? ASSETS[path] : undefined
  if (asset === undefined) return false
  const content = await readFile(asset.file())
  const etag = `"${createHash('sha256').update(content).digest('base64url').slice(0, 20)}"`
  const headers = { ETag: etag, 'Cache-Control': 'no-cache', 'X-Content-Type-Options': 'nosniff' }
  if (req.headers['if-none-match'] === etag) res.writeHead(304, headers).end()
  else res.writeHead(200, { ...headers, 'Content-Type': asset.type, 'Content-Length': content.length }).end(content)
  return true
}
