import { akuvox } from './akuvox.ts'
import { alcatel } from './alcatel.ts'
import { audiocodes } from './audiocodes.ts'
import { cisco } from './cisco.ts'
import { digium } from './digium.ts'
import { fanvil } from './fanvil.ts'
import { gigaset } from './gigaset.ts'
import { grandstream } from './grandstream.ts'
import { htek } from './htek.ts'
import { linphone } from './linphone.ts'
import { microsip } from './microsip.ts'
import { mitel } from './mitel.ts'
import { panasonic } from './panasonic.ts'
import { patton } from './patton.ts'
import { poly } from './poly.ts'
import type { Reader } from './reader.ts'
import { sangoma } from './sangoma.ts'
import { snom } from './snom.ts'
import { typedData } from './typed-data.ts'
import { yealink } from './yealink.ts'

/** The reader of each maker; a new one is one line here. */
export const readers: Readonly<Record<string, Reader>> = {
  alcatel,
  audiocodes,
  cisco,
  fanvil,
  gigaset,
  grandstream,
  htek,
  linphone,
  mitel,
  panasonic,
  patton,
  poly,
  digium,
  sangoma,
  snom,
  yealink,
  akuvox,
  acrobits: typedData,
  zoiper: typedData,
  microsip,
  sip: typedData,
}
