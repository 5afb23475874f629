import { dictionary } from '@zxcvbn-ts/language-common'

/** The fifty thousand passwords that leaks show most often, in lower case: the list that zxcvbn keeps. */
const COMMON = new Set(dictionary['passwords-common'])

const LEET: Record<string, string> = { 0: 'o', 1: 'i', 3: 'e', 4: 'a', 5: 's', 7: 't', '@': 'a', $: 's', '!': 'i' }
const plainOf = (text: string): string => text.replace(/[013457@$!]/g, (sign) => LEET[sign] as string)

/** What is left of "Password123!": people put digits and signs around a word and count them as strength. */
const coreOf = (text: string): string => text.replace(/^[^\p{L}]+|[^\p{L}]+$/gu, '')

/** One or two signs over and over, or the keys in a row. */
const isPattern = (text: string): boolean =>
  new Set(text).size <= 2 || '01234567890123456789'.includes(text) || 'abcdefghijklmnopqrstuvwxyz'.includes(text)

/** Whether leaks know it, or would after the usual changes of letters, digits and signs. Case makes no difference. */
export const isCommon = (password: string): boolean => {
  const folded = password.toLowerCase()
  if (isPattern(folded)) return true
  return [folded, coreOf(folded), plainOf(folded), coreOf(plainOf(coreOf(folded)))].some((form) => COMMON.has(form))
}
