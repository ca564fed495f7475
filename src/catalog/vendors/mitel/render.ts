import { type RenderContext, writeKey } from '../../define.ts'
import type { KeySpec } from '../../spec.ts'
import { writeColonLines } from '../../toolkit/colon-lines.ts'
import { account, type Entry, sip } from './account.ts'
import { keys as keyMap, none } from './keys.ts'
import { keyName } from './models.ts'
import { server, settings } from './settings.ts'

export function render(context: RenderContext): string {
  return writeColonLines([
    ...sip(context),
    ...context.lines.flatMap((line, index) => account(context, line, index + 1)),
    ...settings(context),
    ...context.keys.flatMap((key) => written(context, keyName(context.model, key.slot), key)),
    ...context.modules.flatMap(({ keys }, index) =>
      keys.flatMap((key) => written(context, `expmod${index + 1} key${key.slot}`, key)),
    ),
    ...context.extra.map(({ name, value }): Entry => [name, value]),
  ])
}

/** The file before that of the phone's own address: it must be there and not be empty, or the phone does not go on. */
export function renderStartup(context: RenderContext): string {
  return writeColonLines(server(context))
}

function written({ spec }: RenderContext, name: string, key: KeySpec): Entry[] {
  const { type, value, label, line } = writeKey(keyMap, none, key, spec)
  return [
    [`${name} type`, type],
    [`${name} value`, value],
    [`${name} label`, label],
    [`${name} line`, line],
  ]
}
