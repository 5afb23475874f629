import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { demo } from '@mayago/db/seed/demo/index.ts'
import { isPosterKind, isPosterPalette, isPosterTime } from './poster.ts'

const DemoPictures = suite('demo pictures')

DemoPictures('every picture of the demo world names a scene, a light and an ink that can be drawn', () => {
  for (const { slug, pictures } of demo.experiences) {
    assert.ok(pictures.length > 0, slug)
    for (const { kind, time, palette } of pictures) {
      assert.ok(isPosterKind(kind), `${slug}: ${kind}`)
      if (time) assert.ok(isPosterTime(time), `${slug}: ${time}`)
      if (palette) assert.ok(isPosterPalette(palette), `${slug}: ${palette}`)
    }
  }
})

DemoPictures.run()
