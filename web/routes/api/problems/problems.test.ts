import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { apiClient } from '../../../../test/apiClient.ts'
import { apiWorld, type ApiWorld } from '../../../../test/apiWorld.ts'
import { readDocument } from '../../../../test/declared/document.ts'
import { PROBLEM_GUIDE } from '../../../lib/server/problemGuide.ts'

const Problems = suite<ApiWorld>('the pages of problems')
Problems.before(async (w) => void Object.assign(w, await apiWorld()))
Problems.after((w) => w.drop())

const codes = Object.keys(PROBLEM_GUIDE) as (keyof typeof PROBLEM_GUIDE)[]
const asText = (html: string): string =>
  html
    .replaceAll(/<[^>]+>/g, '')
    .replaceAll('&lt;', '<')
    .replaceAll('&amp;', '&')

Problems('the type of a problem leads to the page of its code', async (w) => {
  const { body } = await apiClient(w.url).get('/experiences/nowhere')
  const type = new URL(String(body.type))
  assert.is(type.origin, w.settings.publicOrigin)
  const response = await fetch(w.url + type.pathname)
  assert.is(response.status, 200)
  assert.match(await response.text(), '<code>not_found</code>')
})

Problems('every code has a page with its status, meaning, remedy and a whole example, without a script', async (w) => {
  assert.ok(codes.length > 40)
  for (const code of codes) {
    const response = await fetch(`${w.url}/api/problems/${code}`)
    const html = await response.text()
    assert.is(response.status, 200, code)
    assert.not.match(html, '<script')
    const said = asText(html)
    for (const words of [PROBLEM_GUIDE[code].means, PROBLEM_GUIDE[code].remedy]) assert.ok(said.includes(words), words)
    const example = JSON.parse(/\{\s*"[^]*\n\}/.exec(said)?.[0] ?? '') as Record<string, unknown>
    assert.is(example.code, code)
    assert.is(example.type, `${w.settings.publicOrigin}/api/problems/${code}`)
    assert.match(said, `HTTP/1.1 ${String(example.status)}`)
    assert.match(said, String(example.title))
  }
})

Problems('the list leads to every page; what only some operations answer names them', async (w) => {
  const list = await (await fetch(`${w.url}/api/problems`)).text()
  for (const code of codes) assert.ok(list.includes(`href="/api/problems/${code}"`), code)
  const page = await (await fetch(`${w.url}/api/problems/quote_changed`)).text()
  assert.match(page, 'href="/api/docs#/Bookings/cancelBooking"')
})

Problems('an unknown code is an ordinary problem', async (w) => {
  for (const code of ['nonsense', 'constructor', '%3Cscript%3E']) {
    const response = await fetch(`${w.url}/api/problems/${code}`)
    assert.is(response.status, 404, code)
    assert.is(((await response.json()) as { code: string }).code, 'not_found')
  }
})

Problems('the operations that a remedy names are there', () => {
  const { paths } = readDocument()
  const named = Object.values(PROBLEM_GUIDE).flatMap(({ remedy }) => [...remedy.matchAll(/\b(POST|GET) (\/[\w/-]+)/g)])
  assert.ok(named.length > 0)
  for (const [, method = '', path = ''] of named) assert.ok(paths[path]?.[method.toLowerCase()], path)
})

Problems.run()
