import type { Handler } from './createListener.ts'

/**
 * Leads a browser that came over plain http to https, where that is our public address and a proxy of ours says how it
 * came. Programs are not led: one that sends its key in the clear had better notice.
 */
export const demandHttps = (publicOrigin: string, trustedProxies: number): Handler => {
  const isSecure = publicOrigin.startsWith('https:') && trustedProxies > 0
  return (request, response, next) => {
    const { headers, method, url = '/' } = request
    if (!isSecure || headers['x-forwarded-proto'] === 'https' || url.startsWith('/api/')) return next()
    if (method !== 'GET' && method !== 'HEAD') return next()
    response.writeHead(308, { location: publicOrigin + (url.startsWith('/') ? url : '/') }).end()
  }
}
