import type { Mac } from '#domain/mac.ts'
import type { PhoneModel } from './models.ts'
import { snom } from './snom.ts'
import type { Maker } from './types.ts'
import { yealink } from './yealink.ts'

const makers: Record<PhoneModel['maker'], (model: PhoneModel, mac: Mac) => Maker> = { yealink, snom }

/** The habits of the maker of this model, for one telephone. */
export function makerOf(model: PhoneModel, mac: Mac): Maker {
  return makers[model.maker](model, mac)
}
