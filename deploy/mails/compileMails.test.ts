import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { compileMail, listMails, MAILS } from './compileMails.ts'

const CompiledMails = suite('compiled mails')

CompiledMails('there are templates to look at', () => assert.ok(listMails().length >= 3))

for (const name of listMails())
  CompiledMails(`${name}.html.ts is what its template gives: run \`npm run mails\` after a change`, async () => {
    assert.ok((await compileMail(name)) === readFileSync(join(MAILS, `${name}.html.ts`), 'utf8'))
  })

CompiledMails.run()
