import type { DemoExperience } from './types.ts'
import aNightFacingFuego from './experiences/a-night-facing-fuego.ts'
import antiguaOnFoot from './experiences/antigua-on-foot.ts'
import atitlanByLancha from './experiences/atitlan-by-lancha.ts'
import bacalarWithoutAnEngine from './experiences/bacalar-without-an-engine.ts'
import byHorseToLosSapos from './experiences/by-horse-to-los-sapos.ts'
import cacaoFromPodToCup from './experiences/cacao-from-pod-to-cup.ts'
import calakmulTwoDays from './experiences/calakmul-two-days.ts'
import cayeCaulkerAfterSunset from './experiences/caye-caulker-after-sunset.ts'
import celestunOnTheRisingTide from './experiences/celestun-on-the-rising-tide.ts'
import cenotesAtFirstLight from './experiences/cenotes-at-first-light.ts'
import coffeePaidByThePound from './experiences/coffee-paid-by-the-pound.ts'
import copanReadAloud from './experiences/copan-read-aloud.ts'
import holChanReefDrift from './experiences/hol-chan-reef-drift.ts'
import listeningToStinglessBees from './experiences/listening-to-stingless-bees.ts'
import marketToTableWithDonaElsy from './experiences/market-to-table-with-dona-elsy.ts'
import muyilCarriedByTheCurrent from './experiences/muyil-carried-by-the-current.ts'
import palenqueWithTheHowlers from './experiences/palenque-with-the-howlers.ts'
import poxCornAndSmoke from './experiences/pox-corn-and-smoke.ts'
import semucChampeyAtEight from './experiences/semuc-champey-at-eight.ts'
import sumideroBeforeTheSpeedboats from './experiences/sumidero-before-the-speedboats.ts'
import theCaveOfTheStoneSepulchre from './experiences/the-cave-of-the-stone-sepulchre.ts'
import theMilkyWayOverSantaElena from './experiences/the-milky-way-over-santa-elena.ts'
import threeLoomsInZinacantan from './experiences/three-looms-in-zinacantan.ts'
import tikalInTheDark from './experiences/tikal-in-the-dark.ts'
import tulumFromTheSea from './experiences/tulum-from-the-sea.ts'
import twoQuietCenotesByBicycle from './experiences/two-quiet-cenotes-by-bicycle.ts'
import uxmalBeforeTheGatesOpen from './experiences/uxmal-before-the-gates-open.ts'
import yaxhaUntilTheLightGoes from './experiences/yaxha-until-the-light-goes.ts'

/** From Mérida to Copán. */
export const mayaWorld: DemoExperience[] = [
  aNightFacingFuego,
  antiguaOnFoot,
  atitlanByLancha,
  bacalarWithoutAnEngine,
  byHorseToLosSapos,
  cacaoFromPodToCup,
  calakmulTwoDays,
  cayeCaulkerAfterSunset,
  celestunOnTheRisingTide,
  cenotesAtFirstLight,
  coffeePaidByThePound,
  copanReadAloud,
  holChanReefDrift,
  listeningToStinglessBees,
  marketToTableWithDonaElsy,
  muyilCarriedByTheCurrent,
  palenqueWithTheHowlers,
  poxCornAndSmoke,
  semucChampeyAtEight,
  sumideroBeforeTheSpeedboats,
  theCaveOfTheStoneSepulchre,
  theMilkyWayOverSantaElena,
  threeLoomsInZinacantan,
  tikalInTheDark,
  tulumFromTheSea,
  twoQuietCenotesByBicycle,
  uxmalBeforeTheGatesOpen,
  yaxhaUntilTheLightGoes,
]
