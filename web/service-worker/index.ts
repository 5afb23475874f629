/// <reference types="@sveltejs/kit" />
/// <reference lib="webworker" />
import { files, version } from '$service-worker'

const worker = globalThis as unknown as ServiceWorkerGlobalScope
const SHELL = `shell-${version}`
const TICKETS = 'tickets-1'
const OFFLINE = ['/offline', '/es/offline']
const TICKET = /^\/(es\/)?bookings\/[0-9a-f-]{36}\/ticket$/
/** Pictures of a saved ticket; nothing else about an experience is kept, least of all seats. */
const PICTURE = /^\/pictures\//

worker.addEventListener('install', (event) => {
  event.waitUntil(
    caches
      .open(SHELL)
      .then((cache) => cache.addAll([...files, ...OFFLINE]).then(() => keepPartsOfOffline(cache)))
      .then(() => worker.skipWaiting()),
  )
})

worker.addEventListener('activate', (event) => {
  const old = (name: string): boolean => name.startsWith('shell-') && name !== SHELL
  event.waitUntil(
    caches
      .keys()
      .then((names) => Promise.all(names.filter(old).map((name) => caches.delete(name))))
      .then(() => worker.clients.claim()),
  )
})

/** A ticket page that was already open when the worker came: kept on its word. */
worker.addEventListener('message', (event) => {
  const { kind, path } = (event.data ?? {}) as { kind?: string; path?: string }
  if (kind !== 'keep' || !path || !TICKET.test(path)) return
  event.waitUntil(
    fetch(path, { credentials: 'same-origin' })
      .then((response) => keep(new Request(path), response))
      .then(() => event.source?.postMessage({ kind: 'kept', path }))
      .catch(() => undefined), // gone offline in between: it is kept on the next visit
  )
})

worker.addEventListener('fetch', (event) => {
  const { request } = event
  const url = new URL(request.url)
  if (request.method !== 'GET' || url.origin !== worker.location.origin) return
  if (isPart(url.pathname) || files.includes(url.pathname)) event.respondWith(fromShell(request, url.pathname))
  else if (TICKET.test(url.pathname)) event.respondWith(ticketPage(request))
  else if (request.mode === 'navigate') event.respondWith(orOffline(request, url.pathname))
  else if (PICTURE.test(url.pathname)) event.respondWith(picture(request))
})

const isPart = (path: string): boolean => path.startsWith('/_app/immutable/')

/** The styles, scripts and fonts that a page names: it is kept whole, and no other page's are fetched for it. */
const partsOf = (html: string): string[] => {
  const named = html.match(/_app\/immutable\/[\w./-]+?\.(?:css|js|woff2)/g) ?? []
  return [...new Set(named)].filter((path) => !path.includes('latin-ext')).map((path) => `/${path}`)
}

const keepPartsOfOffline = async (cache: Cache): Promise<void> => {
  const pages = await Promise.all(OFFLINE.map(async (path) => (await cache.match(path))?.text() ?? ''))
  await cache.addAll([...new Set(pages.flatMap(partsOf))])
}

const fromShell = async (request: Request, path: string): Promise<Response> =>
  (await caches.match(path, { cacheName: SHELL })) ?? (await orKept(request, path))

const orKept = async (request: Request, path: string): Promise<Response> =>
  (await caches.match(path, { cacheName: TICKETS })) ?? fetch(request)

/** The network first, so that a cancelled ticket is seen as such; the kept page when there is none. */
const ticketPage = async (request: Request): Promise<Response> => {
  try {
    const response = await fetch(request)
    if (request.mode === 'navigate') await keep(request, response)
    return response
  } catch (error) {
    const kept = await caches.match(new URL(request.url).pathname, { cacheName: TICKETS })
    if (kept) return kept
    throw error
  }
}

const keep = async (request: Request, response: Response): Promise<void> => {
  if (!response.ok || response.redirected) return
  const cache = await caches.open(TICKETS)
  await cache.put(new URL(request.url).pathname, response.clone())
  const html = await response.clone().text()
  const cover = /\/pictures\/[\w./-]+-640\.webp/.exec(html)?.[0]
  // The next release's shell no longer has this page's parts.
  const needed = [...partsOf(html), ...(cover ? [cover] : [])]
  await Promise.all(needed.map((path) => cache.add(path).catch(() => undefined))) // a ticket is good without them
}

const picture = async (request: Request): Promise<Response> => {
  try {
    return await fetch(request)
  } catch (error) {
    const cover = new URL(request.url).pathname.replace(/-\d+\.webp$/, '-640.webp')
    const kept = await caches.match(cover, { cacheName: TICKETS })
    if (kept) return kept
    throw error
  }
}

const orOffline = async (request: Request, path: string): Promise<Response> => {
  try {
    return await fetch(request)
  } catch (error) {
    const page = path.startsWith('/es') ? '/es/offline' : '/offline'
    const kept = await caches.match(page, { cacheName: SHELL })
    if (kept) return kept
    throw error
  }
}
