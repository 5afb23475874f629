export { lockAndSweep, stepDeparture } from './stepDeparture.ts'
