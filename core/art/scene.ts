/** One seeded travel poster as an SVG string: `scene(seed, { kind, time, palette })`. */
import { H, W, box, fill, makeArt, makeRng, textures } from './press.ts'
import { PALETTES, type PaletteName, type Pigment, TIMES, type Time, makePalette } from './palettes.ts'
import type { Art } from './press.ts'
import { cenote } from './kinds/cenote.ts'
import { cacao, cacaoPods, cacaoOpened, cacaoGrove } from './kinds/cacao.ts'
import { harbour } from './kinds/harbour.ts'
import { teaRoom, tatamiRoom, kissaten, mintTea } from './kinds/teaRoom.ts'
import { souk, soukAlley, soukSpices, soukRugs } from './kinds/souk.ts'
import { oldTram, tramStreet, tramHill } from './kinds/oldTram.ts'
import { dhow } from './kinds/dhow.ts'
import { sailing } from './kinds/sailing.ts'
import { hammamCourtyard, riadCourt, riadDoor, hammamRoom } from './kinds/hammamCourtyard.ts'
import { weaving, weavingLoom, weavingSkeins, weavingBackstrap } from './kinds/weaving.ts'
import { nightSky } from './kinds/nightSky.ts'
import { canyonRiver, canyonBoat, canyonRim, cascades } from './kinds/canyonRiver.ts'
import { sunrisePyramid } from './kinds/sunrisePyramid.ts'
import { ceramics } from './kinds/ceramics.ts'
import { coastCliffs } from './kinds/coastCliffs.ts'
import { coastRuin } from './kinds/coastRuin.ts'
import { coffeeFarm } from './kinds/coffeeFarm.ts'
import { colonialStreet } from './kinds/colonialStreet.ts'
import { desert } from './kinds/desert.ts'
import { horseRide } from './kinds/horseRide.ts'
import { kitchen } from './kinds/kitchen.ts'
import { mangroveKayak } from './kinds/mangroveKayak.ts'
import { market } from './kinds/market.ts'
import { mountainTrail } from './kinds/mountainTrail.ts'
import { pyramidScene } from './kinds/pyramid.ts'
import { reef } from './kinds/reef.ts'
import { tokyoNight } from './kinds/tokyoNight.ts'
import { vineyard } from './kinds/vineyard.ts'
import { volcanoLake } from './kinds/volcanoLake.ts'
import { whaleWatching } from './kinds/whaleWatching.ts'

interface Kind {
  draw: (a: Art) => string
  /** The light this subject is best in; any other can still be asked for. */
  times: readonly Time[]
  palettes: readonly PaletteName[]
}
const ALL_TIMES: readonly Time[] = TIMES
const DAYLIGHT: readonly Time[] = ['dawn', 'day', 'golden']

export const KINDS = {
  cenote: { draw: cenote, times: ['day', 'dawn', 'golden', 'night'], palettes: ['jade', 'cenote', 'maize', 'rosa'] },
  pyramid: { draw: (a) => pyramidScene(a), times: ALL_TIMES, palettes: PALETTES },
  market: { draw: market, times: ['day', 'golden', 'dusk', 'dawn'], palettes: PALETTES },
  'volcano-lake': { draw: volcanoLake, times: ALL_TIMES, palettes: PALETTES },
  reef: {
    draw: (a) => reef(a),
    times: ['day', 'golden', 'dawn', 'night'],
    palettes: ['cenote', 'jade', 'maize', 'rosa'],
  },
  'colonial-street': { draw: (a) => colonialStreet(a), times: ALL_TIMES, palettes: PALETTES },
  'tokyo-night': { draw: tokyoNight, times: ['night', 'dusk'], palettes: ['cenote', 'rosa', 'terracotta', 'jade'] },
  desert: { draw: desert, times: ALL_TIMES, palettes: PALETTES },
  'coast-cliffs': { draw: coastCliffs, times: ALL_TIMES, palettes: PALETTES },
  kitchen: { draw: kitchen, times: DAYLIGHT, palettes: PALETTES },
  'coffee-farm': { draw: coffeeFarm, times: ['dawn', 'day', 'golden', 'dusk'], palettes: PALETTES },
  'mountain-trail': { draw: mountainTrail, times: ALL_TIMES, palettes: PALETTES },
  'mangrove-kayak': { draw: mangroveKayak, times: ALL_TIMES, palettes: ['jade', 'cenote', 'maize', 'rosa'] },
  'whale-watching': { draw: whaleWatching, times: ALL_TIMES, palettes: PALETTES },
  vineyard: { draw: vineyard, times: ['dawn', 'day', 'golden', 'dusk'], palettes: PALETTES },
  'horse-ride': { draw: horseRide, times: ['dawn', 'golden', 'dusk', 'day'], palettes: PALETTES },
  ceramics: { draw: ceramics, times: DAYLIGHT, palettes: PALETTES },
  cacao: { draw: cacao, times: ['dawn', 'day', 'golden'], palettes: PALETTES },
  harbour: { draw: harbour, times: ALL_TIMES, palettes: PALETTES },
  'tea-room': { draw: teaRoom, times: ['day', 'dawn', 'golden', 'dusk', 'night'], palettes: PALETTES },
  souk: { draw: souk, times: ['day', 'golden', 'dawn', 'night'], palettes: PALETTES },
  'old-tram': { draw: oldTram, times: ALL_TIMES, palettes: PALETTES },
  dhow: { draw: dhow, times: ALL_TIMES, palettes: PALETTES },
  sailing: { draw: sailing, times: ['dawn', 'day', 'golden', 'dusk'], palettes: PALETTES },
  'hammam-courtyard': { draw: hammamCourtyard, times: ALL_TIMES, palettes: PALETTES },
  weaving: { draw: weaving, times: DAYLIGHT, palettes: PALETTES },
  'night-sky': { draw: nightSky, times: ['night', 'dusk'], palettes: PALETTES },
  'canyon-river': { draw: canyonRiver, times: ['dawn', 'day', 'golden', 'dusk'], palettes: PALETTES },
  'sunrise-pyramid': { draw: sunrisePyramid, times: ['dawn', 'golden'], palettes: ['jade', 'cenote'] },
  // One plan of the kinds above, for pictures whose alt text must fit.
  'cacao-pods': { draw: cacaoPods, times: DAYLIGHT, palettes: PALETTES },
  'cacao-opened': { draw: cacaoOpened, times: DAYLIGHT, palettes: PALETTES },
  'cacao-grove': { draw: cacaoGrove, times: DAYLIGHT, palettes: PALETTES },
  'souk-alley': { draw: soukAlley, times: ['day', 'golden', 'dawn', 'night'], palettes: PALETTES },
  'souk-spices': { draw: soukSpices, times: DAYLIGHT, palettes: PALETTES },
  'souk-rugs': { draw: soukRugs, times: DAYLIGHT, palettes: PALETTES },
  'riad-court': { draw: riadCourt, times: ALL_TIMES, palettes: PALETTES },
  'riad-door': { draw: riadDoor, times: ALL_TIMES, palettes: PALETTES },
  'hammam-room': { draw: hammamRoom, times: ['day', 'golden', 'night'], palettes: PALETTES },
  'tatami-room': { draw: tatamiRoom, times: ALL_TIMES, palettes: PALETTES },
  kissaten: { draw: kissaten, times: ['dusk', 'night'], palettes: PALETTES },
  'mint-tea': { draw: mintTea, times: ALL_TIMES, palettes: PALETTES },
  'tram-street': { draw: tramStreet, times: ALL_TIMES, palettes: PALETTES },
  'tram-hill': { draw: tramHill, times: ALL_TIMES, palettes: PALETTES },
  'weaving-loom': { draw: weavingLoom, times: DAYLIGHT, palettes: PALETTES },
  'weaving-skeins': { draw: weavingSkeins, times: DAYLIGHT, palettes: PALETTES },
  'weaving-backstrap': { draw: weavingBackstrap, times: DAYLIGHT, palettes: PALETTES },
  'canyon-boat': { draw: canyonBoat, times: ['dawn', 'day', 'golden', 'dusk'], palettes: PALETTES },
  'canyon-rim': { draw: canyonRim, times: ['dawn', 'day', 'golden', 'dusk'], palettes: PALETTES },
  cascades: { draw: cascades, times: ['dawn', 'day', 'golden', 'dusk'], palettes: PALETTES },
  'dhow-sail': { draw: (a) => dhow(a, 'sail'), times: ALL_TIMES, palettes: PALETTES },
  'dhow-fleet': { draw: (a) => dhow(a, 'fleet'), times: ALL_TIMES, palettes: PALETTES },
  'dhow-moored': { draw: (a) => dhow(a, 'moored'), times: ALL_TIMES, palettes: PALETTES },
  'sailing-heel': { draw: (a) => sailing(a, 'heel'), times: ['dawn', 'day', 'golden', 'dusk'], palettes: PALETTES },
  'sailing-regatta': {
    draw: (a) => sailing(a, 'regatta'),
    times: ['dawn', 'day', 'golden', 'dusk'],
    palettes: PALETTES,
  },
  'sailing-deck': { draw: (a) => sailing(a, 'deck'), times: ['dawn', 'day', 'golden', 'dusk'], palettes: PALETTES },
  'harbour-quay': { draw: (a) => harbour(a, 'quay'), times: ALL_TIMES, palettes: PALETTES },
  'harbour-pier': { draw: (a) => harbour(a, 'pier'), times: ALL_TIMES, palettes: PALETTES },
  'harbour-marina': { draw: (a) => harbour(a, 'masts'), times: ALL_TIMES, palettes: PALETTES },
  'night-sky-telescope': { draw: (a) => nightSky(a, 'watchers'), times: ['night', 'dusk'], palettes: PALETTES },
  'night-sky-trails': { draw: (a) => nightSky(a, 'trails'), times: ['night', 'dusk'], palettes: PALETTES },
  'night-sky-camp': { draw: (a) => nightSky(a, 'camp'), times: ['night', 'dusk'], palettes: PALETTES },
  'reef-turtle': {
    draw: (a) => reef(a, 'turtle'),
    times: ['day', 'golden', 'dawn', 'night'],
    palettes: ['cenote', 'jade', 'maize', 'rosa'],
  },
  'reef-diver': {
    draw: (a) => reef(a, 'diver'),
    times: ['day', 'golden', 'dawn', 'night'],
    palettes: ['cenote', 'jade', 'maize', 'rosa'],
  },
  'reef-fish': {
    draw: (a) => reef(a, 'school'),
    times: ['day', 'golden', 'dawn', 'night'],
    palettes: ['cenote', 'jade', 'maize', 'rosa'],
  },
  'street-arch': { draw: (a) => colonialStreet(a, 'arch'), times: ALL_TIMES, palettes: PALETTES },
  'street-volcano': { draw: (a) => colonialStreet(a, 'volcano'), times: ALL_TIMES, palettes: PALETTES },
  'temple-tall': { draw: (a) => pyramidScene(a, 'tikal'), times: ALL_TIMES, palettes: PALETTES },
  'temple-round': { draw: (a) => pyramidScene(a, 'round'), times: ALL_TIMES, palettes: PALETTES },
  'temple-broad': { draw: (a) => pyramidScene(a, 'chichen'), times: ALL_TIMES, palettes: PALETTES },
  'coast-ruin': { draw: coastRuin, times: ['dawn', 'day', 'golden', 'dusk'], palettes: PALETTES },
  'night-sky-lake': { draw: (a) => nightSky(a, 'lake'), times: ['night', 'dusk'], palettes: PALETTES },
} as const satisfies Record<string, Kind>
export type KindName = keyof typeof KINDS

export interface SceneOptions {
  kind: KindName
  time?: Time
  palette?: PaletteName
  /** Crop, in pixels; the sheet is 1200x800 and is cut around its centre. */
  width?: number
  height?: number
}

/** What a seed stands for before anything is drawn: for alt text and for tests. */
export function plan(seed: string | number, o: SceneOptions): { kind: KindName; time: Time; palette: PaletteName } {
  const kind: Kind = KINDS[o.kind],
    r = makeRng(`${o.kind}/${seed}/plan`)
  const time = r.pick(kind.times),
    palette = r.pick(kind.palettes)
  return { kind: o.kind, time: o.time ?? time, palette: o.palette ?? palette }
}

export function scene(seed: string | number, o: SceneOptions): string {
  const { kind, time, palette } = plan(seed, o),
    r = makeRng(`${kind}/${seed}`)
  const accents = r.shuffle<Pigment>(['terracotta', 'maize', 'jade', 'rosa', 'cenote', 'cream']).slice(0, 3)
  const a = makeArt(r, makePalette(palette, time, r.next(), accents), time)
  const body = KINDS[kind].draw(a)
  const width = o.width ?? W,
    height = o.height ?? H
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${W} ${H}" width="${width}" height="${height}" preserveAspectRatio="xMidYMid slice" stroke-linecap="round" stroke-linejoin="round"><defs>${textures(r.fork('press'))}${a.defs()}</defs>${body}${fill(box(0, 0, W, H), 'url(#pp)')}</svg>`
}
