/** A browser's cookies, and what it asks with them. Nothing is followed: where an answer leads is what is looked at. */
export interface Browser {
  jar: Map<string, string>
  ask(path: string, init?: RequestInit): Promise<Response>
  send(path: string, fields?: Record<string, string>): Promise<Response>
}

export const openBrowser = (url: string, cookies: Record<string, string> = {}): Browser => {
  const jar = new Map(Object.entries(cookies))
  const ask = async (path: string, init: RequestInit = {}): Promise<Response> => {
    const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ')
    const headers = { accept: 'text/html', origin: url, cookie, ...(init.headers as Record<string, string>) }
    const answer = await fetch(`${url}${path}`, { ...init, headers, redirect: 'manual' })
    for (const line of answer.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? []
      if (value === '') jar.delete(name)
      else jar.set(name, value)
    }
    return answer
  }
  return {
    jar,
    ask,
    send: (path, fields = {}) => ask(path, { method: 'POST', body: new URLSearchParams(fields) }),
  }
}
