import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { isId, newId, newReference } from './ids.ts'

const Ids = suite('ids')

Ids('ids are version 7 UUIDs that tell their time, and come in order, also within a millisecond', () => {
  const at = Date.UTC(2099, 0, 1)
  const made = Array.from({ length: 20_000 }, () => newId<'hold'>(at))
  assert.equal(made, [...made].sort())
  assert.is(new Set(made).size, made.length)
  for (const id of made.slice(0, 100)) {
    assert.ok(isId(id))
    assert.match(id, /^.{14}7.{4}[89ab]/)
    assert.is(Number.parseInt(id.slice(0, 13).replace('-', ''), 16), at)
  }
})

Ids('a clock that steps back makes no id that sorts before the last', () => {
  const before = newId<'hold'>(Date.UTC(2099, 1, 1))
  assert.ok(newId<'hold'>(Date.UTC(2098, 1, 1)) > before)
})

Ids('a reference has eight letters that are not mistaken for others and spell nothing', () => {
  const made = Array.from({ length: 5000 }, newReference)
  for (const reference of made) assert.match(reference, /^[2-9BCDFGHJKMNPQRSTVWXZ]{8}$/)
  assert.is(new Set(made).size, made.length)
})

Ids('only the one spelling of an id is one', () => {
  const id = newId<'hold'>(0)
  for (const text of ['', id.toUpperCase(), `${id} `, `{${id}}`, id.replaceAll('-', ''), `${id}\n`, "' or 1=1 --"])
    assert.not.ok(isId(text), JSON.stringify(text))
})

Ids.run()
