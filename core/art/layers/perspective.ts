import { poly, type Pt } from '../press.ts'

export interface Eye {
  vx: number
  vy: number
  f: number
  height: number
}
export const project = (e: Eye, x: number, y: number, z: number): Pt => [
  e.vx + (x * e.f) / z,
  e.vy - ((y - e.height) * e.f) / z,
]
export const quad3 = (e: Eye, x: number, y0: number, y1: number, z0: number, z1: number) =>
  poly([project(e, x, y0, z0), project(e, x, y1, z0), project(e, x, y1, z1), project(e, x, y0, z1)])
