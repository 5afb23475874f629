import type { Cookies } from '@sveltejs/kit'

const COOKIE = 'mayago_theme'
const THEMES = ['system', 'light', 'dark'] as const
export type Theme = (typeof THEMES)[number]

export const isTheme = (text: string): text is Theme => (THEMES as readonly string[]).includes(text)

export const readTheme = (cookies: Cookies): Theme => {
  const theme = cookies.get(COOKIE) ?? ''
  return isTheme(theme) ? theme : 'system'
}

export const keepTheme = (cookies: Cookies, theme: Theme, secure: boolean): void =>
  cookies.set(COOKIE, theme, { path: '/', httpOnly: true, sameSite: 'lax', secure, maxAge: 400 * 86_400 })
