/** The functions of topojson-client (ISC) that the map uses: https://github.com/topojson/topojson-client */
declare module 'topojson-client' {
  import type { FeatureCollection, MultiLineString } from 'geojson'
  export interface Topology {
    type: 'Topology'
    objects: Record<string, object>
  }
  export const feature: (topology: Topology, object: object) => FeatureCollection
  export const mesh: (topology: Topology, object: object, filter: (a: object, b: object) => boolean) => MultiLineString
}
