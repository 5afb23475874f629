import { inflateSync } from 'node:zlib'

/** What tests look at in our own PDFs: their streams, unpacked, and the text and squares drawn in them. */
export interface ReadPdf {
  pages: number
  /** The base fonts that are embedded, without their subset tag. */
  embeddedFonts: string[]
  /** Every character that the embedded fonts' maps can give back, so that it can be searched and copied. */
  characters: Set<string>
  /** Each page's drawing operators. */
  contents: string[]
}

export const readPdf = (bytes: Uint8Array): ReadPdf => {
  const raw = Buffer.from(bytes).toString('latin1')
  const streams = [...raw.matchAll(/<<([^]*?)>>\s*stream\r?\n/g)].map((match) => {
    const start = match.index + match[0].length
    const body = Buffer.from(raw.slice(start, raw.indexOf('endstream', start)), 'latin1')
    return match[1]?.includes('FlateDecode') ? inflated(body) : body.toString('latin1')
  })
  const maps = streams.filter((text) => text.includes('beginbfrange'))
  const descriptors = [...raw.matchAll(/\/FontName \/\w+\+([\w-]+)[^]*?>>/g)]
  return {
    pages: [...raw.matchAll(/\/Type \/Page\b/g)].length,
    embeddedFonts: descriptors.filter(([text]) => /\/FontFile[23]/.test(text)).map(([, name]) => name ?? ''),
    characters: new Set(maps.flatMap(mappedCharacters)),
    contents: streams.filter((text) => /\bBT\b/.test(text)),
  }
}

const inflated = (body: Buffer): string => {
  try {
    return inflateSync(body).toString('latin1')
  } catch {
    return ''
  }
}

const mappedCharacters = (map: string): string[] =>
  [...map.matchAll(/<([0-9a-f]{4,8})>/gi)].map(([, hex]) =>
    Buffer.from(hex ?? '', 'hex')
      .swap16()
      .toString('utf16le'),
  )

/** The squares of the QR code on a page, as black cells by line and column. */
export const readQrCells = (content: string): boolean[][] => {
  // One path of many small rectangles with one height: nothing else on the page is drawn like that.
  const path = content
    .split(/\n(?=[\d.]+ [\d.]+ [\d.]+ sc|\/\w+ cs)/)
    .map((part) => [...part.matchAll(/^([\d.]+) ([\d.]+) ([\d.]+) ([\d.]+) re$/gm)])
    .sort((a, b) => b.length - a.length)[0] as RegExpMatchArray[]
  const rects = path.map((match) => match.slice(1).map(Number) as [number, number, number, number])
  const module = Math.min(...rects.map(([, , , height]) => height))
  const [left, top] = [Math.min(...rects.map(([x]) => x)), Math.min(...rects.map(([, y]) => y))]
  const size = Math.round((Math.max(...rects.map(([x, , width]) => x + width)) - left) / module)
  const cells = Array.from({ length: size }, () => Array.from({ length: size }, () => false))
  for (const [x, y, width] of rects) {
    const [line, column] = [Math.round((y - top) / module), Math.round((x - left) / module)]
    for (let cell = 0; cell < Math.round(width / module); cell++) (cells[line] as boolean[])[column + cell] = true
  }
  return cells
}
