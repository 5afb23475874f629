import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { normalizeEmail } from './emailAddress.ts'

const Emails = suite('email addresses')

const KEPT: [written: string, kept: string][] = [
  ['nadia@example.org', 'nadia@example.org'],
  ['  nadia@example.org ', 'nadia@example.org'],
  ['Nadia.Haddad+trips@EXAMPLE.org', 'Nadia.Haddad+trips@example.org'],
  ["o'brien@example.co.uk", "o'brien@example.co.uk"],
  ['ｎａｄｉａ＠ｅｘａｍｐｌｅ．ｏｒｇ', 'nadia@example.org'],
  ['ana@bücher.example', 'ana@xn--bcher-kva.example'],
  ['ana@παράδειγμα.ελ', 'ana@xn--hxajbheg2az3al.xn--qxam'],
  ['ana@яндекс.рф', 'ana@xn--d1acpjx3f.xn--p1ai'],
]
for (const [written, kept] of KEPT)
  Emails(`[ACCOUNT-6] “${written}” is kept as ${kept}`, () => assert.is(normalizeEmail(written), kept))

const REFUSED: Record<string, string> = {
  'a Cyrillic а in the name': 'n\u0430dia@example.org',
  'a Greek ο in the name': 'nadia.r\u03bfss@example.org',
  'a Cyrillic а in a Latin domain': 'nadia@ex\u0430mple.org',
  'the same in punycode': 'nadia@xn--exmple-4nf.org',
  'an invisible joiner': 'nad\u200bia@example.org',
  'a right-to-left mark': '\u202enadia@example.org',
  'a null byte': 'nadia\0@example.org',
  'a line break': 'nadia@example.org\r\nbcc: all@example.org',
  'two addresses': 'a@example.org,b@example.org',
  'a name and brackets': 'Nadia <nadia@example.org>',
  'a quoted name': '"nadia haddad"@example.org',
  'no domain': 'nadia',
  'a host without a dot': 'nadia@localhost',
  'an address of numbers': 'nadia@[127.0.0.1]',
  'numbers as a domain': 'nadia@127.0.0.1',
  'a dot at the end of the name': 'nadia.@example.org',
  'two dots': 'na..dia@example.org',
  'two ats': 'nadia@home@example.org',
  'a comment': 'nadia(home)@example.org',
  'a name of 65 letters': `${'n'.repeat(65)}@example.org`,
  'a megabyte': `${'n'.repeat(1_000_000)}@example.org`,
}
for (const [what, written] of Object.entries(REFUSED))
  Emails(`[ACCOUNT-6] refused: ${what}`, () => assert.is(normalizeEmail(written), null))

Emails.run()
