import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { startLater } from './startLater.ts'

const Later = suite('startLater')

const KIT = `<script nonce="n">
  Promise.all([
    import("./_app/immutable/entry/start.A.js"),
    import("./_app/immutable/entry/app.B.js")
  ]).then(([kit, app]) => kit.start(app))
</script>`

Later('the script Kit writes waits, and its files are then asked for at once', () => {
  const html = startLater(KIT, ['./_app/immutable/nodes/0.C.js'])
  const script = /<script[^>]*>([\s\S]*)<\/script>/.exec(html)?.[1] ?? ''
  assert.not.throws(() => new Function(script.replaceAll('import(', 'load('))) // what remains can be read as script
  assert.ok(script.indexOf('decode') < script.indexOf('start.A.js'))
  assert.match(script, /\["\.\/_app\/immutable\/nodes\/0\.C\.js"\]/)
  assert.match(script, /\.then\(\(\[kit, app\]\) => kit\.start\(app\)\)/)
})

Later('a page without script stays as it is', () => {
  assert.is(startLater('<p>Promise.all([])</p>', []), '<p>Promise.all([])</p>')
})

Later.run()
