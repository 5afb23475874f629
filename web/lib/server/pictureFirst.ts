const FIRST_PICTURE = /<img\b[^>]*\bfetchpriority="high"[^>]*>/

/**
 * Asks for what people look at in the order in which they miss it: the page's first picture, then the fonts, for which
 * others stand in. Whoever is asked for first travels on the page's own connection, which is already warm.
 */
export const pictureFirst = (html: string, fonts: readonly string[]): string => {
  const picture = FIRST_PICTURE.exec(html)?.[0]
  const links = [
    ...(picture ? [linkTo(picture)] : []),
    ...fonts.map((font) => `<link rel="preload" as="font" type="font/woff2" href="${font}" crossorigin />`),
  ]
  return html.replace('%first%', () => links.join('\n    '))
}

const linkTo = (picture: string): string => {
  const of = (name: string): string => new RegExp(`\\b${name}="([^"]*)"`).exec(picture)?.[1] ?? ''
  return `<link rel="preload" as="image" href="${of('src')}" imagesrcset="${of('srcset')}" imagesizes="${of('sizes')}" fetchpriority="high" />`
}
