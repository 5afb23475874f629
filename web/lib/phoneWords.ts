/** Country calling codes of the places we go to and of their neighbours; others keep their digits together. */
const CODES =
  /^\+(1|20|27|33|34|351|353|39|4[0-9]|50[1-7]|51|52|5[4-8]|61|64|6[0-6]|7|81|82|86|91|212|965|97[1-4])(\d{6,})$/

/** "+529855550142" as it is read aloud and dialled: "+52 985 555 0142". */
export const phoneWords = (phone: string): string => {
  const [, code, rest] = CODES.exec(phone.replaceAll(' ', '')) ?? []
  if (!code || !rest) return phone
  if (rest.length === 10) return `+${code} ${rest.slice(0, 3)} ${rest.slice(3, 6)} ${rest.slice(6)}`
  const half =
    rest.length > 8 ? [rest.slice(0, 3), rest.slice(3, 6), rest.slice(6)] : [rest.slice(0, -4), rest.slice(-4)]
  return `+${code} ${half.join(' ')}`
}
