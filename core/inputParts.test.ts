import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { instant, localDate, personName } from './inputParts.ts'

const InputParts = suite('input parts')

InputParts('days and instants before the year 1 are refused: PostgreSQL has no year 0', () => {
  const fits = (schema: typeof instant | typeof localDate, texts: string[]) =>
    texts.map((text) => schema.safeParse(text).success)
  assert.equal(fits(localDate, ['0000-12-31', '0001-01-01', '9999-12-31']), [false, true, true])
  assert.equal(
    fits(instant, [
      '0000-12-31T23:00:00Z',
      '0001-01-01T00:00:00+01:00',
      '0001-01-01T00:00:00Z',
      '2026-06-01T00:00:00-05:00',
    ]),
    [false, false, true, true],
  )
})

InputParts('a name keeps its letters in any script, and nothing that makes the text around it read backwards', () => {
  for (const name of ['Nadia Benali', 'مرحبا', 'Ní Bhriain', '👩‍👩‍👧‍👦']) assert.is(personName.parse(` ${name} `), name)
  assert.is(personName.parse('Ana \u202eañeP\u202c'), 'Ana añeP')
  for (const name of ['', ' \u202e ', 'Ana\nPeña', 'Ana\0', 'x'.repeat(201)])
    assert.not(personName.safeParse(name).success)
})

InputParts.run()
