import type { encode } from 'uqr'

/** A QR code's dark modules as one SVG path, drawn here so that no page carries an encoder. */
export const drawQr = ({
  size,
  data,
}: Pick<ReturnType<typeof encode>, 'size' | 'data'>): { size: number; path: string } => {
  let path = ''
  data.forEach((row, y) => {
    for (let x = 0; x < size; x++) {
      if (!row[x]) continue
      const start = x
      while (row[x + 1]) x++
      path += `M${start} ${y}h${x - start + 1}v1h-${x - start + 1}z`
    }
  })
  return { size, path }
}
