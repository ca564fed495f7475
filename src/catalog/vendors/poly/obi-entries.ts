/** Full name of a parameter, its object before the last dot, and the value. */
export type ObiEntry = readonly [name: string, value: string]

/** Parameters of one object, by their names in it. */
export function entriesOf(path: string, values: Readonly<Record<string, string>>): ObiEntry[] {
  return Object.entries(values).map(([name, value]): ObiEntry => [`${path}.${name}`, value])
}
