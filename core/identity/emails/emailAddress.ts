import { domainToASCII, domainToUnicode } from 'node:url'
import { z } from 'zod'

const LENGTH_MAX = 254
/** RFC 5321's dot-atom without comments and quotes, which nobody has and which only serve to fool. */
const LOCAL_PART = /^[a-z0-9!#$%&'*+/=?^_`{|}~-]+(\.[a-z0-9!#$%&'*+/=?^_`{|}~-]+)*$/i
const DOMAIN = /^([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]([a-z0-9-]{0,61}[a-z0-9])$/
/** Scripts that are written together; a label of any others at once is made to be mistaken (UTS #39 §5.2). */
const SCRIPTS_OF_ONE_LABEL = [
  /^[\p{Script=Latin}\p{Script=Common}]*$/u,
  /^[\p{Script=Latin}\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Common}]*$/u,
  /^[\p{Script=Latin}\p{Script=Han}\p{Script=Hangul}\p{Script=Common}]*$/u,
  /^[\p{Script=Cyrillic}\p{Script=Common}]*$/u,
  /^[\p{Script=Greek}\p{Script=Common}]*$/u,
  /^[\p{Script=Arabic}\p{Script=Common}]*$/u,
  /^[\p{Script=Hebrew}\p{Script=Common}]*$/u,
  /^[\p{Script=Devanagari}\p{Script=Common}\p{Script=Inherited}]*$/u,
  /^[\p{Script=Thai}\p{Script=Common}\p{Script=Inherited}]*$/u,
]

/**
 * An address as we keep it: compatibility forms folded (NFKC), a plain local part, the domain in lower-case ASCII
 * (IDNA). Two addresses that look alike are either one address or don't look alike any more. Null for anything else.
 */
export const normalizeEmail = (text: string): string | null => {
  if (text.length > LENGTH_MAX * 2) return null
  const plain = text.normalize('NFKC').trim()
  const [local, domain, ...more] = plain.split('@')
  if (local === undefined || domain === undefined || more.length > 0) return null
  if (local.length > 64 || !LOCAL_PART.test(local)) return null
  const ascii = domainToASCII(domain).toLowerCase()
  if (!DOMAIN.test(ascii) || !domainToUnicode(ascii).split('.').every(isOfOneScript)) return null
  const email = `${local}@${ascii}`
  return email.length <= LENGTH_MAX ? email : null
}

const isOfOneScript = (label: string): boolean => SCRIPTS_OF_ONE_LABEL.some((scripts) => scripts.test(label))

export const emailInput = z.string().transform((text, ctx): string => {
  const email = normalizeEmail(text)
  if (email !== null) return email
  ctx.addIssue({ code: 'custom', message: 'must be an email address in plain letters' })
  return z.NEVER
})
