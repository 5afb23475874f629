import type { HeadSigner } from './audit/headSigner.ts'
import type { SeatDesk } from './booking/seatDesk.ts'
import type { CatalogCache } from './catalog/catalogCache.ts'
import type { PictureShelf } from './catalog/pictureShelf.ts'
import type { PasswordHasher } from './identity/passwords/passwordHasher.ts'
import type { Sealer } from './identity/sealer.ts'
import type { Signer } from './identity/signer.ts'
import type { AccessKeyRing } from './identity/tokens/accessKeyRing.ts'
import type { Jobs } from './jobs/jobs.ts'
import type { Courier } from './partners/webhooks/courier.ts'
import type { Settings } from './settings.ts'

/** What a process makes once and every use-case may reach through its context. */
export interface Services {
  seatDesk: SeatDesk
  jobs: Jobs
  signer: Signer
  sealer: Sealer
  passwords: PasswordHasher
  accessKeys: AccessKeyRing
  headSigner: HeadSigner
  settings: Settings
  pictures: PictureShelf
  courier: Courier
  catalogCache: CatalogCache
}
