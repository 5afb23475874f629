import fc from 'fast-check'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { pathHere } from './pathHere.ts'

const Path = suite('pathHere')
const here = new URL('https://mayago.example/account/sign-in?next=x')

Path('a path of ours is kept with its query, without its fragment', () => {
  assert.is(pathHere('/checkout/1?edit#x', here), '/checkout/1?edit')
  assert.is(pathHere('https://mayago.example/es/bookings', here), '/es/bookings')
  assert.is(pathHere('', here, '/account'), '/account')
})

Path('nothing leads to another origin, however it is written', () => {
  const elsewhere = [
    ...['https://evil.example/', '//evil.example', '///evil.example', '/\\evil.example', '\\\\evil.example/x'],
    ...['/\t/evil.example', '/\n/evil.example', ' //evil.example', 'https:evil.example', 'https:/\\evil.example'],
    ...['javascript:alert(1)', 'data:text/html,x', 'http://mayago.example/', 'https://mayago.example:444/'],
    ...['https://mayago.example@evil.example/', 'https://mayago.example.evil.example', 'blob:https://mayago.example/1'],
    ...['/.//evil.example', '/..//evil.example', '/a/..//evil.example', '//mayago.example//evil.example'],
  ]
  for (const asked of elsewhere) assert.is(new URL(pathHere(asked, here), here).origin, here.origin, asked)
})

Path('whatever is asked for, a browser that follows the answer stays here', () => {
  const mean = fc.string({ unit: fc.constantFrom(...'/\\.:@?#\t\n ev%2Fhtps'), maxLength: 30 })
  fc.assert(
    fc.property(mean, (asked) => {
      const path = pathHere(asked, here)
      assert.ok(path.startsWith('/'))
      assert.is(new URL(path, here).origin, here.origin)
    }),
    { numRuns: 3000 },
  )
})

Path.run()
