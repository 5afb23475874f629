/** The one function of topojson-client (ISC) that the map uses: https://github.com/topojson/topojson-client#feature */
declare module 'topojson-client' {
  import type { FeatureCollection } from 'geojson'
  export interface Topology {
    type: 'Topology'
    objects: Record<string, object>
  }
  export const feature: (topology: Topology, object: object) => FeatureCollection
}
