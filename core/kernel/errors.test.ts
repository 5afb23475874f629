import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { isRefusal, Refusal, refuse, revive } from './errors.ts'

const Errors = suite('refusals')

Errors('a refusal has a code and data, and is told from every bug', () => {
  const refusal = refuse('not_enough_vacancies', { requested: 3, vacancies: 1 })
  assert.instance(refusal, Error)
  assert.instance(refusal, Refusal)
  assert.ok(isRefusal(refusal) && isRefusal(refusal, 'not_enough_vacancies'))
  assert.not.ok(isRefusal(refusal, 'hold_lapsed'))
  for (const other of [new Error('not_enough_vacancies'), { code: 'hold_lapsed', data: {} }, null, undefined, 'text'])
    assert.not.ok(isRefusal(other))
})

Errors('[SEAT-4] a stored refusal is thrown again as it was', () => {
  const refusal = refuse('quote_changed', { refund: { minor: 100, currency: 'KWD' } })
  const again = revive(JSON.stringify({ code: refusal.code, data: refusal.data }))
  assert.ok(isRefusal(again, 'quote_changed'))
  assert.equal(again.data, refusal.data)
})

Errors.run()
