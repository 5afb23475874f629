import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { returnPath } from './returnPath.ts'

const ReturnPath = suite('returnPath')

ReturnPath('a path of ours is kept, with query and fragment', () => {
  for (const path of ['/', '/es/bookings', '/experiences?q=a%20b&date=2027-01-01#pick', '/a//b'])
    assert.is(returnPath(path, '/account'), path)
})

ReturnPath('whatever a browser takes for another site leads to the account instead', () => {
  const elsewhere = [
    ...['https://evil.example', '//evil.example', '/\\evil.example', '\\\\evil.example', '/\t/evil.example'],
    ...['/\n/evil.example', ' //evil.example', '/.//evil.example', '/..//evil.example', '/x/..//evil.example'],
    ...['javascript:alert(1)', 'data:text/html,x', 'evil.example', '', '///evil.example', '/%2e//evil.example'],
    ...['http:/evil.example', '/\\/evil.example', '@evil.example', 'https:evil.example'],
  ]
  for (const text of elsewhere) {
    const path = returnPath(text, '/account')
    assert.is(path, '/account', JSON.stringify(text))
    assert.is(new URL(path, 'https://mayago.example').host, 'mayago.example')
  }
  for (const text of [null, undefined]) assert.is(returnPath(text, '/account'), '/account')
})

ReturnPath.run()
