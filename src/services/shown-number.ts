import type { Row } from '#db/schema.ts'

/** The public lines of a vPBX, the oldest first. */
export type PublicLine = Pick<Row<'line'>, 'number' | 'extension_id'>

/** Which public numbers there are, for the rule below. */
export interface PublicNumbers {
  has(number: string): boolean
  firstOf(extensionId: string): string | undefined
}

export function publicNumbersOf(lines: readonly PublicLine[]): PublicNumbers {
  const numbers = new Set(lines.map(({ number }) => number))
  const first = new Map<string, string>()
  for (const { number, extension_id } of lines) if (!first.has(extension_id)) first.set(extension_id, number)
  return { has: (number) => numbers.has(number), firstOf: (extensionId) => first.get(extensionId) }
}

type Chooser = Pick<Row<'line'>, 'kind' | 'number' | 'extension_id' | 'shown_number'>

/**
 * The number that a line shows to the public network: the one that was chosen for it, its own public one, the first public one of its extension, the main
 * number of the vPBX; empty when there is none of these. A number that has gone to somebody else in the meantime is never shown.
 */
export function shownNumberOf(line: Chooser, mainNumber: string | null, numbers: PublicNumbers): string {
  if (line.shown_number !== null && numbers.has(line.shown_number)) return line.shown_number
  if (line.kind === 'public') return line.number
  const first = numbers.firstOf(line.extension_id)
  if (first !== undefined) return first
  return mainNumber !== null && numbers.has(mainNumber) ? mainNumber : ''
}

/** The number that an emergency call of a line carries, so that one can call back; empty: none is known. */
export function emergencyNumberOfLine(
  line: Chooser & Pick<Row<'line'>, 'emergency_number'>,
  mainNumber: string | null,
  numbers: PublicNumbers,
): string {
  if (line.emergency_number !== null && numbers.has(line.emergency_number)) return line.emergency_number
  return shownNumberOf(line, mainNumber, numbers)
}
