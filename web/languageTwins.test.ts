import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { inEachLanguage, withBothTexts } from './languageTwins.ts'

const Twins = suite('languageTwins')

const MESSAGE = `/* eslint-disable */
import * as registry from '../registry.js'
import { getLocale, experimentalStaticLocale } from '../runtime.js';

const en_seats = /** @type {(inputs: In) => Out} */ (i) => {const countPlural = registry.plural("en", i?.count, {});
	if (countPlural === "one") return /** @type {Out} */ (\`\${i?.count} seat\`);
	return /** @type {Out} */ (\`\${i?.count} seats\`)
};

const es_seats = /** @type {(inputs: In) => Out} */ (i) => {const countPlural = registry.plural("es", i?.count, {});
	return /** @type {Out} */ (\`\${i?.count} lugares. ¿Y tú?; \${i?.who}\`)
};

/**
* | output |
*/
export const seats = ((inputs, options = {}) => {
	if (locale === "es") return es_seats(inputs)
	return en_seats(inputs)
});`

Twins('a message keeps both its texts until its file is split', () => {
  const code = withBothTexts(MESSAGE, 'seats.js')
  const { en, es } = inEachLanguage(code)
  assert.match(en, /seats`/)
  assert.not.match(en, /lugares|import\.meta/)
  assert.match(es, /lugares\. ¿Y tú\?; \$\{i\.who\}/)
  assert.not.match(es, /seats`|import\.meta/)
})

Twins('each choice in a built file is made, and nothing else is touched', () => {
  const built = 'let f=(x)=>x?1:2,g=import.meta.locale===`es`?e=>`una ${e.n}`:e=>`a ${e.n}`;export{f,g}'
  const { en, es } = inEachLanguage(built)
  assert.is(en, 'let f=(x)=>x?1:2,g=e=>`a ${e.n}`;export{f,g}')
  assert.is(es, 'let f=(x)=>x?1:2,g=e=>`una ${e.n}`;export{f,g}')
})

Twins('what is not understood stops the build', () => {
  assert.throws(() => withBothTexts('export const seats = () => "seats"', 'seats.js'), /Paraglide has changed/)
  assert.throws(() => inEachLanguage('let a=import.meta.locale!==`es`'), /choice of language is left/)
})

Twins.run()
