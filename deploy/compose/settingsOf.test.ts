import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { defaultSettings, type Settings } from '@mayago/core/settings.ts'
import { readConfig } from '../config/readConfig.ts'
import { settingsOf } from './settingsOf.ts'

const SettingsOf = suite('settingsOf')

const settingsWith = (env: NodeJS.ProcessEnv): Settings => {
  const folder = mkdtempSync(join(tmpdir(), 'mayago-settings-'))
  try {
    return settingsOf(readConfig({ ...env, DATA_DIR: folder }))
  } finally {
    rmSync(folder, { recursive: true })
  }
}

SettingsOf('an empty environment changes nothing', () => {
  assert.equal(settingsWith({}), defaultSettings)
})

SettingsOf('every limit that answers 429 or refuses a hold is configuration', () => {
  const { seatCaps, smsAgainSeconds, deskQueueMax } = settingsWith({
    HOLD_CAP_GUEST: '0',
    HOLD_CAP_USER: '7',
    HOLD_CAP_ADDRESS: '8',
    SMS_AGAIN_SECONDS: '0',
    SEAT_QUEUE_MAX: '9',
  })
  assert.equal(
    { seatCaps, smsAgainSeconds, deskQueueMax },
    {
      seatCaps: { guest: 0, user: 7, address: 8 },
      smsAgainSeconds: 0,
      deskQueueMax: 9,
    },
  )
})

SettingsOf.run()
