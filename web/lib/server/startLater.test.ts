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
  const html = startLater(KIT, ['./_app/immutable/nodes/0.C.js'], 'en')
  const script = /<script[^>]*>([\s\S]*)<\/script>/.exec(html)?.[1] ?? ''
  assert.not.throws(() => new Function(script.replaceAll('import(', 'load('))) // what remains can be read as script
  assert.ok(script.indexOf('decode') < script.indexOf('start.A.js'))
  assert.match(script, /\["\.\/_app\/immutable\/nodes\/0\.C\.js"\]/)
  assert.match(script, /\.then\(\(\[kit, app\]\) => kit\.start\(app\)\)/)
})

Later('a page without script stays as it is', () => {
  assert.is(startLater('<p>Promise.all([])</p>', [], 'es'), '<p>Promise.all([])</p>')
})

Later('a Spanish page starts the files with Spanish words', () => {
  const html = startLater(KIT, ['./_app/immutable/nodes/0.C.js', './_app/immutable/chunks/D.js'], 'es')
  assert.equal(html.match(/[\w.]+\.js(?=")/g), ['0.C.es.js', 'D.es.js', 'start.A.es.js', 'app.B.es.js'])
  assert.not.match(startLater(KIT, [], 'en'), /\.es\.js/)
})

Later.run()
