import { KEYS } from './keys.ts'

export interface ApiAnswer {
  status: number
  headers: Headers
  body: Record<string, never> & { id?: string; error?: Record<string, string>; [name: string]: unknown }
}

/** A call with the publishable key, as a browser makes it. */
export const callFromBrowser = async (
  origin: string,
  path: string,
  form?: Record<string, string>,
  headers: Record<string, string> = {},
): Promise<ApiAnswer> => {
  const response = await fetch(`${origin}/_stripe${path}`, {
    method: form === undefined ? 'GET' : 'POST',
    headers: { Authorization: `Bearer ${KEYS.publishableKey}`, ...headers },
    ...(form === undefined ? {} : { body: new URLSearchParams(form) }),
  })
  return { status: response.status, headers: response.headers, body: (await response.json()) as ApiAnswer['body'] }
}

export const cardForm = (number: string, more: Record<string, string> = {}): Record<string, string> => ({
  type: 'card',
  'card[number]': number,
  'card[exp_month]': '12',
  'card[exp_year]': '2031',
  'card[cvc]': '123',
  ...more,
})

/** What a browser without JavaScript does with a form; redirects are given back, not followed. */
export const postForm = async (
  url: string,
  fields: Record<string, string>,
): Promise<{ status: number; location: string; text: string }> => {
  const response = await fetch(url, { method: 'POST', redirect: 'manual', body: new URLSearchParams(fields) })
  return { status: response.status, location: response.headers.get('location') ?? '', text: await response.text() }
}
