import type { DeviceSpec } from '../spec.ts'

/** What a DECT base is in its multicell system; `alone` where it belongs to none. */
export type CellRole = 'alone' | 'primary' | 'secondary'

/** The primary stands first among the bases and has a MAC in any case, so a base that has none yet is not it. */
export function cellRole({ cells, mac }: Pick<DeviceSpec, 'cells' | 'mac'>): CellRole {
  const [primary] = cells
  if (!primary) return 'alone'
  return primary.mac === mac ? 'primary' : 'secondary'
}
