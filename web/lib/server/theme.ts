import type { RequestEvent } from '@sveltejs/kit'
import { nameOf } from './cookieName.ts'

type Jar = Pick<RequestEvent, 'cookies' | 'url'>

const COOKIE = 'mayago_theme'
const THEMES = ['system', 'light', 'dark'] as const
export type Theme = (typeof THEMES)[number]

export const isTheme = (text: string): text is Theme => (THEMES as readonly string[]).includes(text)

export const readTheme = (jar: Jar): Theme => {
  const theme = jar.cookies.get(nameOf(COOKIE, jar)) ?? ''
  return isTheme(theme) ? theme : 'system'
}

export const keepTheme = (jar: Jar, theme: Theme): void =>
  jar.cookies.set(nameOf(COOKIE, jar), theme, {
    path: '/',
    httpOnly: true,
    sameSite: 'lax',
    secure: jar.url.protocol === 'https:',
    maxAge: 400 * 86_400,
  })
