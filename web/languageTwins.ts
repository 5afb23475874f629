import { parseSync, Visitor, type Plugin, type Rolldown } from 'vite'

const MESSAGE = /\/kernel\/i18n\/messages\/(?!_index)\w+\.js$/
const BOTH = /const en_(\w+) = ([\s\S]*?);\n\nconst es_\1 = ([\s\S]*?);\n\n\/\*\*/
/** What stands between a message's two texts until every file is split in two. */
const IS_SPANISH = 'import.meta.locale === "es"'
const IS_SPANISH_BUILT = /^import\.meta\.locale\s*===\s*["'`]es["'`]$/

/**
 * A page is in one language, so it receives the messages of one: each file of script that has messages, or leads to one
 * that does, is written twice, as `name.js` in English and `name.es.js` in Spanish, which lead to their like.
 */
export const languageTwins = (): Plugin => ({
  name: 'mayago-language-twins',
  apply: 'build',
  applyToEnvironment: ({ name }) => name === 'client',
  transform(code, id) {
    return MESSAGE.test(id) ? { code: withBothTexts(code, id), map: null, moduleSideEffects: false } : null
  },
  generateBundle: {
    // After Vite has written down what each import brings along.
    order: 'post',
    handler(_options, bundle) {
      const chunks = Object.values(bundle).filter((file) => file.type === 'chunk')
      const twins = withTwin(chunks)
      for (const chunk of chunks) {
        if (!twins.has(chunk.fileName)) continue
        const { en, es } = inEachLanguage(chunk.code)
        chunk.code = en
        this.emitFile({ type: 'asset', fileName: twinOf(chunk.fileName), source: leadToTwins(es, twins) })
      }
    },
  },
})

const twinOf = (file: string): string => file.replace(/\.js$/, '.es.js')

/** One message as Paraglide writes it, made into a choice between its two texts. */
export const withBothTexts = (code: string, id: string): string => {
  const [, name = '', en = '', es = ''] = BOTH.exec(code) ?? []
  if (name === '') throw new Error(`Paraglide has changed how it writes ${id}`)
  const text = en === es ? en : `${IS_SPANISH} ? ${es} : ${en}`
  return (
    `import * as registry from '../registry.js'\nexport const ${name} = ` +
    // A plural that both its forms say alike need not be looked up; what a message names is always given.
    text.replaceAll('registry.plural(', '/* @__PURE__ */ registry.plural(').replaceAll(/(?<=\$\{|, )i\?\./g, 'i.')
  )
}

/** A file of script with one side of each choice of language. */
export const inEachLanguage = (code: string): { en: string; es: string } => {
  const pieces: { en: string; es: string }[] = []
  let done = 0
  const textOf = ({ start, end }: { start: number; end: number }): string => code.slice(start, end)
  new Visitor({
    ConditionalExpression(choice) {
      if (!IS_SPANISH_BUILT.test(textOf(choice.test))) return
      const before = code.slice(done, choice.start)
      pieces.push({ en: before + textOf(choice.alternate), es: before + textOf(choice.consequent) })
      done = choice.end
    },
  }).visit(parseSync('chunk.js', code).program)
  const whole = (language: 'en' | 'es'): string => pieces.map((piece) => piece[language]).join('') + code.slice(done)
  const files = { en: whole('en'), es: whole('es') }
  if (/import\.meta\.locale\s*[=!?]/.test(files.en + files.es)) throw new Error('a choice of language is left')
  return files
}

/**
 * The files with messages, those that lead to them, and what these need at once: all that a page names. What is fetched
 * later and has no words, such as the live client, is the same for both.
 */
const withTwin = (chunks: readonly Rolldown.OutputChunk[]): ReadonlySet<string> => {
  const isWorded = ({ isEntry, code }: Rolldown.OutputChunk): boolean => isEntry || code.includes('import.meta.locale')
  const twins = new Set(chunks.filter(isWorded).map(({ fileName }) => fileName))
  // A few helpers without a state, which files without words may have as well.
  const helpers = chunks.find(({ name }) => name === 'rolldown-runtime')?.fileName
  for (let size = -1; size < twins.size;) {
    size = twins.size
    for (const { fileName, imports, dynamicImports } of chunks) {
      if ([...imports, ...dynamicImports].some((file) => file !== helpers && twins.has(file))) twins.add(fileName)
      if (twins.has(fileName)) for (const file of imports) twins.add(file)
    }
  }
  return twins
}

/** Names carry a hash, so that a file's is nothing else's. */
const leadToTwins = (code: string, twins: ReadonlySet<string>): string => {
  const names = new Set([...twins].map((file) => file.slice(file.lastIndexOf('/') + 1)))
  return code.replaceAll(/(?<=\/)[\w.-]+\.js(?=["'`])/g, (name) => (names.has(name) ? twinOf(name) : name))
}
