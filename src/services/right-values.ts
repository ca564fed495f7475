import type { Row } from '#db/schema.ts'
import { type Actor, isProvider } from '#domain/actor.ts'
import { fieldError } from '#domain/errors.ts'
import { parseNetwork } from '#domain/network.ts'
import { type TariffClass, tariffClasses } from '#domain/tariff-class.ts'

/** How rights stand in rows, and who may change which: rules without I/O. */

export type BlockedBy = Row<'line'>['blocked_by']

/** Only classes that this version knows; another version may have written more. */
export function barredClasses(text: string): TariffClass[] {
  const stored: unknown = JSON.parse(text)
  return Array.isArray(stored) ? tariffClasses.filter((one) => stored.includes(one)) : []
}

/** In the order of the list, each once. */
export function barredColumn(classes: readonly TariffClass[]): string {
  return JSON.stringify(tariffClasses.filter((one) => classes.includes(one)))
}

/** Who has closed it afterwards. Throws a field error of `blocked` when an administrator would open what the provider closed. */
export function blockedAfter(actor: Actor, before: BlockedBy, blocked: boolean): BlockedBy {
  if (isProvider(actor)) return blocked ? 'provider' : null
  if (before !== 'provider') return blocked ? 'administrator' : null
  if (!blocked) throw fieldError('blocked', 'rights.blockedByProvider')
  return before
}

/** Throws a field error when somebody else than the provider changes what is his. To send what stands there is no change. */
export function requireProvider(actor: Actor, field: string, before: unknown, after: unknown): void {
  if (after !== undefined && after !== before && !isProvider(actor)) throw fieldError(field, 'rights.providerOnly')
}

/** Each once, in the usual form, by comma. Throws a field error of `networks.<index>`. */
export function networksColumn(networks: readonly string[]): string {
  const read = networks.map((text, index) => {
    const network = parseNetwork(text)
    if (network === null) throw fieldError(`networks.${index}`, 'network.invalid')
    return network
  })
  return [...new Set(read)].join(',')
}
