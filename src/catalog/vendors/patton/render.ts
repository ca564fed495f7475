import type { RenderContext } from '../../define.ts'
import { statement, writeCliScript } from '../../toolkit/cli-script.ts'
import { ports, registration, routing } from './lines.ts'
import { clock, logins, media, network, provisioning, tones } from './system.ts'

/** The whole startup configuration: the gateway has nothing but what stands here. What is named must have been made before. */
export function render(context: RenderContext): string {
  return writeCliScript([
    statement(['cli', 'version', '3.20']),
    ...clock(context),
    ...logins(context),
    ...provisioning(context),
    ...tones(context),
    ...media(context),
    ...network(context),
    ...routing(context),
    ...registration(context),
    ...ports(context),
  ])
}
