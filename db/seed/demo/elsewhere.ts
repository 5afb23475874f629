import type { DemoExperience } from './types.ts'
import goldenGaiAfterTen from './experiences/golden-gai-after-ten.ts'
import tsukijiBeforeTheShutters from './experiences/tsukiji-before-the-shutters.ts'
import threeKissatenInJimbocho from './experiences/three-kissaten-in-jimbocho.ts'
import aBowlOfTeaInYanaka from './experiences/a-bowl-of-tea-in-yanaka.ts'
import zelligeWithAMaalem from './experiences/zellige-with-a-maalem.ts'
import tanjiaInTheHammamAshes from './experiences/tanjia-in-the-hammam-ashes.ts'
import agafayAfterDark from './experiences/agafay-after-dark.ts'
import the28BeforeTheCityWakes from './experiences/the-28-before-the-city-wakes.ts'
import mendAnAzulejo from './experiences/mend-an-azulejo.ts'
import supperAcrossTheTejo from './experiences/supper-across-the-tejo.ts'
import pearlBanksByDhow from './experiences/pearl-banks-by-dhow.ts'
import breadInTheAshes from './experiences/bread-in-the-ashes.ts'
import waitemataEveningUnderSail from './experiences/waitemata-evening-under-sail.ts'
import motuiheWithNgatiPaoa from './experiences/motuihe-with-ngati-paoa.ts'

/** Far from the Maya world: other zones, and currencies of none, two and three decimals. */
export const elsewhere: DemoExperience[] = [
  goldenGaiAfterTen,
  tsukijiBeforeTheShutters,
  threeKissatenInJimbocho,
  aBowlOfTeaInYanaka,
  zelligeWithAMaalem,
  tanjiaInTheHammamAshes,
  agafayAfterDark,
  the28BeforeTheCityWakes,
  mendAnAzulejo,
  supperAcrossTheTejo,
  pearlBanksByDhow,
  breadInTheAshes,
  waitemataEveningUnderSail,
  motuiheWithNgatiPaoa,
]
