import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { nextPath } from './nextPath.ts'

const on = (next: string) =>
  nextPath(new URL(`https://mayago.example/account/sign-in?next=${encodeURIComponent(next)}`), '/home')

test('leads to a path of ours', () => {
  for (const path of ['/', '/account/security', '/es/bookings/1?who=a&who=b', '/a%20b']) assert.is(on(path), path)
})

test('never leads to another site, however it is spelled', () => {
  const elsewhere = [
    '//evil.example',
    '/\\evil.example',
    'https://evil.example',
    'javascript:alert(1)',
    '',
    'evil',
    '/a\\b',
  ]
  for (const next of [
    ...elsewhere,
    '/\t/evil.example',
    '/\n/evil.example',
    '\u0000//evil.example',
    '/..//evil.example/',
  ])
    assert.ok(on(next) === '/home' || !on(next).startsWith('//'), next)
})

test.run()
