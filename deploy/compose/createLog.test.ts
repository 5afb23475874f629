import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { createLog } from './createLog.ts'

const CreateLog = suite('createLog')

const logged = (data: Record<string, unknown>, text = 'said'): { line: string; read: Record<string, unknown> } => {
  let line = ''
  createLog('info', { write: (written: string) => void (line += written) }).warn(data, text)
  return { line, read: JSON.parse(line) as Record<string, unknown> }
}

const ROW = 'Failing row contains (ana@example.org, Ana Poot, +529995550117).'

CreateLog('a database error keeps its code and constraint, not the row it quotes', () => {
  const error = Object.assign(new Error(`violates check constraint "none"\n - detail: ${ROW}`), {
    code: '23514',
    constraint: 'none',
    detail: ROW,
    where: ROW,
  })
  for (const data of [{ err: error }, { error: String(error) }, { err: new Error('it failed', { cause: error }) }]) {
    const { line } = logged(data)
    assert.not.match(line, /Ana Poot|Failing row/)
    assert.match(line, 'violates check constraint')
  }
  const { err } = logged({ err: error }).read as { err: Record<string, string> }
  assert.equal([err['type'], err['code'], err['constraint']], ['Error', '23514', 'none'])
  assert.match(err['stack'] ?? '', 'createLog.test.ts')
})

CreateLog('what was typed is no part of a message', () => {
  const { line } = logged({ err: new Error('invalid input syntax for type uuid: "Ana Poot"') })
  assert.not.match(line, 'Ana Poot')
  assert.match(line, 'invalid input syntax for type uuid')
})

CreateLog('contacts, tokens and cards are blanked wherever they stand, and the line stays JSON', () => {
  const token = Buffer.alloc(32, 5).toString('base64url')
  const secrets = [
    'ana.poot+kayak@mail.example.org',
    '+529995550117',
    '4242424242424242',
    `Bearer ${token}`,
    `mayago_access=${token}`,
    'eyJhbGciOiJFZERTQSJ9.eyJzdWIiOiIxIn0.c2ln',
    `mgk_abcdefabcdef_${token}`,
    'whsec_abcdefghijk',
    'pi_1Abc_secret_9Xyz',
    `v1.abcdefgh.${'n'.repeat(16)}.c2VhbGVk`,
    '$argon2id$v=19$m=19456,t=2,p=1$c2FsdA$aGFzaA',
    token,
  ]
  for (const secret of secrets) {
    const { line, read } = logged({ path: `/x?y=${secret}`, deep: { list: [secret] } }, `to ${secret}, "quoted"`)
    assert.not.match(line, secret)
    assert.match(String(read['msg']), /^to .*….*"quoted"$/)
  }
})

CreateLog('ids, instants, paths and counts stay as they are', () => {
  const data = {
    userId: '01a22087-378c-7835-b525-fd5bee871ca5',
    at: '2026-11-28T05:01:38.116+00:00',
    file: '/node_modules/@mikro-orm/core/EntityManager.js:12:3',
    epochMs: 1795842098116,
  }
  const { read } = logged(data)
  assert.equal({ ...read, level: 0, time: '', msg: '' }, { ...data, level: 0, time: '', msg: '' })
})

CreateLog.run()
