import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { pictureFirst } from './pictureFirst.ts'

const First = suite('pictureFirst')

const PAGE = (body: string): string => `<head>%first%</head><body>${body}</body>`
const PICTURE =
  '<img class="sharp" src="/p-640.webp" srcset="/p-320.webp 320w, /p-640.webp 640w" sizes="88vw" alt="$& dawn" fetchpriority="high">'

First('the first picture is asked for before the fonts', () => {
  const html = pictureFirst(PAGE(`<img src="/blur.webp">${PICTURE}`), ['/a.woff2', '/b.woff2'])
  assert.equal(html.match(/href="[^"]+"/g), ['href="/p-640.webp"', 'href="/a.woff2"', 'href="/b.woff2"'])
  assert.match(html, /imagesrcset="\/p-320.webp 320w, \/p-640.webp 640w" imagesizes="88vw" fetchpriority="high"/)
})

First('a page without a picture asks for the fonts alone', () => {
  assert.is(
    pictureFirst(PAGE('<img loading="lazy" fetchpriority="auto">'), []),
    PAGE('<img loading="lazy" fetchpriority="auto">').replace('%first%', ''),
  )
})

First.run()
