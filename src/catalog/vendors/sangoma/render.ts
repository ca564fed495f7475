import { type RenderContext, writeKey } from '../../define.ts'
import type { KeySpec } from '../../spec.ts'
import { element, writeXml } from '../../toolkit/xml.ts'
import { account } from './account.ts'
import { keys as keyMap, none } from './keys.ts'
import { type Parameter, parameter, writeParameters } from './parameter.ts'
import { settings } from './settings.ts'

export function render(context: RenderContext): string {
  const parameters = [
    ...context.lines.flatMap((line, index) => account(context, index + 1, line)),
    ...settings(context),
    ...context.keys.flatMap((key) => ownKey(context, key)),
    ...context.modules.flatMap(({ keys }, index) => keys.flatMap((key) => moduleKey(context, index, key))),
  ]
  const extra = context.extra.map(({ name, value }) => element(name, {}, value))
  return writeXml(
    element('hl_provision', { version: '1' }, [
      element('config', { version: '1' }, [...writeParameters(parameters), ...extra]),
    ]),
  )
}

const parts = ['Type', 'Value', 'Label', 'Account', 'PickupCode'] as const

/** Keys 1 to 4 have a block of hundreds for each part; from the fifth on the parts of one key stand together. */
function ownKey({ spec }: RenderContext, key: KeySpec): Parameter[] {
  const { slot } = key
  const number = (part: number) => (slot < 5 ? 41_200 + 100 * part + slot - 1 : 20_200 + 5 * (slot - 5) + part)
  const mode = parameter(20_600 + slot - 1, `LineKey${slot}.Mode`, 0)
  return [mode, ...written(key, spec, number, (part) => `LineKey${slot}.${parts[part]}`)]
}

/** Two pages of twenty on each module. */
function moduleKey({ spec }: RenderContext, index: number, key: KeySpec): Parameter[] {
  const page = Math.floor((key.slot - 1) / 20)
  const place = (key.slot - 1) % 20
  const first = 60_000 + 1000 * index + 100 * page + 5 * place
  const path = `Exp${index + 1}_${page + 1}_${place + 1}`
  return written(
    key,
    spec,
    (part) => first + part,
    (part) => `${path}.${part === 0 ? 'KeyType' : parts[part]}`,
  )
}

function written(
  key: KeySpec,
  spec: RenderContext['spec'],
  number: (part: number) => number,
  name: (part: number) => string,
): Parameter[] {
  const { type, value, label, account: line, pickup } = writeKey(keyMap, none, key, spec)
  return [type, value, label, line, pickup].map((content, part) => parameter(number(part), name(part), content))
}
