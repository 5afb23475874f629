import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { assertDeclared } from './declaredAnswers.ts'

const Declared = suite('answers as declared')

Declared('a field too many, one too few, another status and another type are found', () => {
  const saved = { experienceId: '0199f3a0-0000-7000-8000-000000000000', savedAt: '2026-06-01T12:00:00.000Z' }
  const path = `/me/saved/${saved.experienceId}`
  assertDeclared('GET', path, 200, saved)
  for (const [status, body] of [
    [200, { ...saved, owner: 'u:1' }],
    [200, { experienceId: saved.experienceId }],
    [200, { ...saved, savedAt: 'yesterday' }],
    [201, saved],
  ] as const)
    assert.ok(
      isFound(() => assertDeclared('GET', path, status, body)),
      JSON.stringify(body),
    )
})

/** uvu's own `throws` lets failed assertions pass on. */
const isFound = (work: () => void): boolean => {
  try {
    work()
    return false
  } catch {
    return true
  }
}

Declared.run()
