import type { RenderContext } from '../../define.ts'
import { cellRole } from '../../toolkit/cells.ts'
import { cfgEmpty } from '../../toolkit/cfg.ts'
import { limited } from '../../toolkit/text.ts'
import { account, type Entry, hasTemplate, isMulticell, serverOf } from './account.ts'

/** Characters that a handset shows of its name (FusionPBX W60B template). */
const nameLength = 24

/**
 * Every place of a base: the account of its number, and the handset of the same number that alone rings and dials on it. Of several bases they are the
 * manager's; a base below one has neither (Wazo plug-in v87, W90B).
 */
export function handsets(context: RenderContext): Entry[] {
  const { handsets: places, spec } = context
  if (cellRole(spec) === 'secondary') return []
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
    ...(multicell ? stations(context) : []),
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

/**
 * Bases that the manager takes in by itself once they are found in its network (Yealink FAQ 877). Their cluster and level depend on where they hang and are
 * left to a person.
 */
function stations({ spec, model }: RenderContext): Entry[] {
  const others = spec.cells.slice(1)
  return Array.from({ length: model.handsets?.cells ?? 1 }, (_, index) => others[index]?.mac).flatMap(
    (mac, index): Entry[] => [
      [`station.allowed.${index + 1}.mac`, mac?.toLowerCase() ?? cfgEmpty],
      [`station.allowed.${index + 1}.name`, mac ? `Base ${mac.slice(6)}` : cfgEmpty],
    ],
  )
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
