import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { apiClient } from '../apiClient.ts'
import { declaredAnswers, type Told } from './declaredAnswers.ts'
import { readDocument } from './document.ts'

const Declared = suite('answers as declared')

const declared = declaredAnswers(readDocument())
const saved = { experienceId: '0199f3a0-0000-7000-8000-000000000000', savedAt: '2026-06-01T12:00:00.000Z' }
const told = (status: number, body: object, type = 'application/json'): Told => ({
  ...{ status, body, text: JSON.stringify(body) },
  headers: new Headers({ 'content-type': type }),
})
const faults = (answer: Told, picked = false): string[] => {
  const operation = declared.find('GET', `/me/saved/${saved.experienceId}`)
  if (operation === null) throw new Error('it is not found')
  return declared.faults(operation, answer, picked)
}

Declared('what is declared has no fault', () => {
  assert.equal(faults(told(200, saved)), [])
  assert.equal(faults(told(200, { savedAt: saved.savedAt }), true), [], 'some fields were asked for')
})

Declared('a field too many, one too few, another type, status and content type are found', () => {
  for (const [answer, found] of [
    [told(200, { ...saved, owner: 'u:1' }), /additionalProperties/],
    [told(200, { experienceId: saved.experienceId }), /required/],
    [told(200, { ...saved, savedAt: 'yesterday' }), /savedAt/],
    [told(201, saved), /201 is not declared/],
    [told(200, saved, 'text/html'), /content type is text\/html/],
  ] as const)
    assert.match(faults(answer).join(), found)
})

const problem = (status: number, code: string): Told =>
  told(
    status,
    { type: `https://x/${code}`, title: 'No', status, detail: 'It is not so.', code, requestId: 'r' },
    'application/problem+json',
  )

Declared('a refusal that is declared is none, one with another code or status is found', () => {
  assert.equal(faults(problem(404, 'not_found')), [])
  assert.match(faults(problem(404, 'hold_lapsed')).join(), /404 does not match its schema.*enum/)
  assert.match(faults(problem(402, 'payment_declined')).join(), /402 is not declared/)
  assert.match(faults(problem(500, 'internal_error')).join(), /500 is not declared/)
  const bare = told(404, { code: 'not_found' }, 'application/problem+json')
  assert.match(faults(bare).join(), /required/)
})

Declared('the tests’ client lets a declared refusal pass and fails at another', async () => {
  const server = createServer((request, response) => {
    const { status, headers, text } = problem(404, request.url?.includes('kayak') ? 'not_found' : 'hold_lapsed')
    response.writeHead(status, Object.fromEntries(headers)).end(text)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const api = apiClient(`http://127.0.0.1:${(server.address() as AddressInfo).port}`)
  const said = await api.get('/experiences/pottery').then(
    () => 'nothing',
    ({ message }: Error) => message,
  )
  const { status } = await api.get('/experiences/kayak')
  await new Promise((resolve) => server.close(resolve).closeAllConnections())
  assert.match(said, /GET \/experiences\/\{idOrSlug\}: 404/)
  assert.is(status, 404)
})

Declared('a path is found by its words before its pattern; what is no operation is not found', () => {
  assert.is(declared.find('GET', '/experiences/kayak')?.operationId, 'getExperience')
  assert.is(declared.find('GET', '/nowhere'), null)
  assert.is(declared.find('DELETE', '/experiences'), null)
})

Declared.run()
