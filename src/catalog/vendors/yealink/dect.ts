import type { RenderContext } from '../../define.ts'
import { cfgEmpty } from '../../toolkit/cfg.ts'
import { limited } from '../../toolkit/text.ts'
import { account, type Entry, hasTemplate, isMulticell, serverOf } from './account.ts'

/** Characters that a handset shows of its name (FusionPBX W60B template). */
const nameLength = 24

/** Every place of a base: the account of its number, and the handset of the same number that alone rings and dials on it. */
export function handsets(context: RenderContext): Entry[] {
  const { handsets: places, spec } = context
  const multicell = isMulticell(context)
  const template = Object.entries({ name: 'vPBX', ...serverOf(context) })
  return [
    ['static.auto_provision.handset_configured.enable', 1],
    ...(spec.pairingPin
      ? ([
          ['base.pin_code', spec.pairingPin],
          ['base.pin_code_for_register', spec.pairingPin],
        ] as const)
      : []),
    ...(hasTemplate(context) ? template.map(([name, value]): Entry => [`template.1.${name}`, value]) : []),
    ...places.flatMap((handset, index) => {
      const slot = index + 1
      const line = handset?.line ?? null
      return [
        ...account(context, slot, line),
        ...binding(slot, line ? limited(line.displayName, nameLength) || line.number : null),
        ...(multicell ? registration(slot, handset?.ipui ?? null) : []),
      ]
    }),
  ]
}

function binding(slot: number, name: string | null): Entry[] {
  const value = name === null ? cfgEmpty : slot
  return [
    [`handset.${slot}.name`, name ?? cfgEmpty],
    [`handset.${slot}.incoming_lines`, value],
    [`handset.${slot}.dial_out_lines`, value],
    [`handset.${slot}.dial_out_default_line`, value],
  ]
}

/** Of a multicell system: a handset whose identity is known is let in without a person at the base. */
function registration(slot: number, ipui: string | null): Entry[] {
  return [
    [`handset.${slot}.ipui`, ipui ?? cfgEmpty],
    [`handset.${slot}.reg.enable`, ipui ? 1 : 0],
  ]
}
