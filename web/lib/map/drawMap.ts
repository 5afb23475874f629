import type { FeatureCollection, MultiLineString } from 'geojson'
import 'maplibre-gl/dist/maplibre-gl.css'
import {
  type IControl,
  LngLatBounds,
  Map as LibreMap,
  Marker,
  NavigationControl,
  setWorkerUrl,
  type StyleSpecification,
} from 'maplibre-gl'
import workerUrl from 'maplibre-gl/dist/maplibre-gl-worker.mjs?url'
import { feature, mesh, type Topology } from 'topojson-client'
import worldUrl from 'world-atlas/countries-50m.json?url'
import type { ExperienceCard } from '@mayago/core/catalog/catalog.view.ts'
import { trustScripts } from '../trustScripts.ts'
import { groupNear, type PinGroup } from './groupNear.ts'

interface Pin {
  href: string
  label: string
  text: string
}
export interface DrawnMap {
  show(cards: ExperienceCard[]): void
  close(): void
}

/** Says whose map it is. The library's own control writes markup, which Trusted Types refuse. */
const attribution = (text: string): IControl => {
  const element = document.createElement('div')
  element.className = 'maplibregl-ctrl maplibregl-ctrl-attrib'
  element.textContent = text
  return { onAdd: () => element, onRemove: () => element.remove() }
}

/** Draws the world offline into `frame`; `pinOf` says what a card's pin reads and where it leads. */
export const drawMap = async (frame: HTMLElement, pinOf: (card: ExperienceCard) => Pin): Promise<DrawnMap> => {
  trustScripts()
  setWorkerUrl(workerUrl)
  const map = new LibreMap({
    container: frame,
    style: styleOf(frame, await readWorld()),
    center: [-89, 19],
    zoom: 4,
    maxZoom: 12,
    attributionControl: false,
    cooperativeGestures: false,
    dragRotate: false,
    pitchWithRotate: false,
  })
  map.touchZoomRotate.disableRotation()
  map.addControl(new NavigationControl({ showCompass: false }), 'top-right')
  map.addControl(attribution('Natural Earth'), 'bottom-right')
  let cards: ExperienceCard[] = []
  let markers: Marker[] = []

  const place = (): void => {
    for (const marker of markers) marker.remove()
    markers = groupNear(cards, (card) => map.project([card.longitude, card.latitude]), 96).map((group) =>
      new Marker({ element: group.cards.length === 1 ? single(pinOf(group.anchor)) : many(group, zoomInto) })
        .setLngLat([group.anchor.longitude, group.anchor.latitude])
        .addTo(map),
    )
  }
  const zoomInto = (group: PinGroup): void => {
    map.fitBounds(boundsOf(group.cards), { padding: 80, maxZoom: 11, animate: !stillness() })
  }
  map.on('moveend', place)
  // Until the land is drawn all is sea, and every pin would stand in it.
  await map.once('load')
  return {
    show: (shown) => {
      cards = shown
      if (cards.length > 0) map.fitBounds(boundsOf(mostTogether(cards)), { padding: 64, maxZoom: 8, animate: false })
      place()
    },
    close: () => map.remove(),
  }
}

/** A list around the whole world opens where most of it is: a map can't be zoomed out to show all of it well. */
const mostTogether = (cards: readonly ExperienceCard[]): readonly ExperienceCard[] => {
  const near = (card: ExperienceCard): ExperienceCard[] =>
    cards.filter(
      ({ longitude, latitude }) => Math.abs(longitude - card.longitude) < 15 && Math.abs(latitude - card.latitude) < 15,
    )
  return cards.map(near).reduce((most, group) => (group.length > most.length ? group : most), [])
}

const stillness = (): boolean => matchMedia('(prefers-reduced-motion: reduce)').matches

const boundsOf = (cards: readonly ExperienceCard[]): LngLatBounds =>
  cards.reduce((bounds, card) => bounds.extend([card.longitude, card.latitude]), new LngLatBounds())

const single = ({ href, label, text }: Pin): HTMLElement => {
  const link = document.createElement('a')
  link.className = 'pin'
  link.href = href
  link.textContent = text
  link.setAttribute('aria-label', label)
  return link
}

const many = (group: PinGroup, open: (group: PinGroup) => void): HTMLElement => {
  const button = document.createElement('button')
  button.type = 'button'
  button.className = 'pin many'
  button.textContent = `${group.anchor.place.name} · ${group.cards.length}`
  button.addEventListener('click', () => open(group))
  return button
}

interface World {
  land: FeatureCollection
  /** Between two countries only: coasts would draw the map's own edge too. */
  borders: MultiLineString
}

const readWorld = async (): Promise<World> => {
  const response = await fetch(worldUrl)
  const world = (await response.json()) as Topology
  const countries = world.objects.countries ?? {}
  return { land: feature(world, countries), borders: mesh(world, countries, (a, b) => a !== b) }
}

/** The page's own colours, read where the map stands, so that both schemes fit. */
const styleOf = (frame: HTMLElement, { land, borders }: World): StyleSpecification => {
  const colour = (token: string): string => {
    const probe = document.createElement('i')
    probe.className = 'sr'
    frame.append(probe)
    probe.style.color = `var(${token})`
    const text = getComputedStyle(probe).color
    probe.remove()
    return text
  }
  return {
    version: 8,
    sources: {
      land: { type: 'geojson', data: land },
      borders: { type: 'geojson', data: { type: 'Feature', properties: {}, geometry: borders } },
    },
    layers: [
      { id: 'sea', type: 'background', paint: { 'background-color': colour('--cenote-tint') } },
      { id: 'land', type: 'fill', source: 'land', paint: { 'fill-color': colour('--paper') } },
      {
        id: 'borders',
        type: 'line',
        source: 'borders',
        paint: { 'line-color': colour('--edge'), 'line-width': 0.6, 'line-opacity': 0.6 },
      },
    ],
  }
}
