import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { fieldProblems, problemOf } from './fieldProblems.ts'

const Problems = suite('fieldProblems')
const words = { name: 'Tell us a name.', email: 'Enter an address.' }
const invalid = (...paths: string[]) => ({
  code: 'invalid_input' as const,
  data: { issues: paths.map((path) => ({ path, message: 'x' })) },
  words: 'Look it over.',
})

Problems('each field that is not right has words of its own, in the order of the form', () => {
  const problems = fieldProblems(invalid('email', 'name', 'email'), words)
  assert.equal(problems, [
    { field: 'name', words: 'Tell us a name.' },
    { field: 'email', words: 'Enter an address.' },
  ])
  assert.is(problemOf(problems, 'email'), 'Enter an address.')
  assert.is(problemOf(problems, 'password'), '')
})

Problems('what no field is to blame for is said of the form', () => {
  assert.equal(fieldProblems(invalid('nothing'), words), [{ field: '', words: 'Look it over.' }])
  assert.equal(fieldProblems(undefined, words), [])
})

Problems('a refusal with a field of its own is said there', () => {
  const refused = { code: 'password_refused' as const, data: { reason: 'common' }, words: 'Too common.' }
  assert.equal(fieldProblems(refused, words, { password_refused: 'password' }), [
    { field: 'password', words: 'Too common.' },
  ])
})

Problems.run()
