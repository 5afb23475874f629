import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { likelyEmail } from './likelyEmail.ts'
import { inLocale, inOtherLocale } from './links.ts'
import { seatsState } from './seats.ts'

type Messages = Record<string, string | { match: Record<string, string> }[]>
const read = (locale: string): Messages =>
  JSON.parse(readFileSync(join(import.meta.dirname, `../messages/${locale}.json`), 'utf8')) as Messages
const flat = (message: Messages[string] = ''): string =>
  typeof message === 'string' ? message : message.flatMap(({ match }) => Object.values(match)).join(' ')
const holes = (message: Messages[string] | undefined): string[] =>
  [...new Set(flat(message).match(/\{\w+\}/g) ?? [])].sort()

const Words = suite('words')

Words('every message is there in both languages, with the same holes to fill', () => {
  const [en, es] = [read('en'), read('es')]
  assert.equal(Object.keys(es).sort(), Object.keys(en).sort())
  const different = Object.keys(en).filter(
    (key) => key !== '$schema' && String(holes(en[key])) !== String(holes(es[key])),
  )
  assert.equal(different, [])
})

Words('nothing hurries anybody', () => {
  for (const locale of ['en', 'es']) {
    const pushy = Object.entries(read(locale)).filter(([, message]) =>
      /hurry|last chance|looking (at|now)|ap[uú]rate|últim[ao] oportunidad|personas (lo )?(ven|miran)/i.test(
        flat(message),
      ),
    )
    assert.equal(pushy, [], locale)
  }
})

Words('a slip in a well-known mail domain is offered put right, anything else is left alone', () => {
  assert.is(likelyEmail('ana@gmial.com'), 'ana@gmail.com')
  assert.is(likelyEmail('nadia@exampel.org'), 'nadia@example.org')
  assert.is(likelyEmail('ana@gmail.com'), null)
  assert.is(likelyEmail('ana@tallerceiba.mx'), null)
  assert.is(likelyEmail('ana@'), null)
})

Words('English stands bare, Spanish under /es, and each page knows its other', () => {
  assert.is(inLocale('en', '/experiences', { q: 'mérida', date: null }), '/experiences?q=m%C3%A9rida')
  assert.is(inLocale('es', '/'), '/es')
  assert.is(inOtherLocale(new URL('http://x/es/experiences?party=2'), 'en'), '/experiences?party=2')
  assert.is(inOtherLocale(new URL('http://x/esteros'), 'es'), '/es/esteros')
})

Words('"only three left" is said at three, not at four; full is full; a passed cut-off says so', () => {
  const at = (vacancies: number | null, cutoffAt = '2030-01-01T00:00:00Z') =>
    seatsState({ vacancies, status: 'open', cutoffAt }, Date.parse('2029-01-01T00:00:00Z'))
  assert.is(at(4), 'free')
  assert.is(at(3), 'low')
  assert.is(at(0), 'full')
  assert.is(at(null), 'open')
  assert.is(at(8, '2028-01-01T00:00:00Z'), 'cut_off')
})

Words.run()
