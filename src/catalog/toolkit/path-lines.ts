import { clean } from './text.ts'

/**
 * Lines `path/of/name=value`, as AudioCodes' telephones read them, in the given order. A value reaches to the end of its line, whatever it holds: only a
 * line that begins with `#` or `;` is a comment, and one that begins with `include` is an order, and no value stands at the start of a line.
 */
export function writePathLines(entries: readonly (readonly [path: string, value: string | number])[]): string {
  return entries.map(([path, value]) => `${linePath(path)}=${clean(String(value))}\n`).join('')
}

function linePath(path: string): string {
  if (!/^[A-Za-z_]\w*(?:\/\w+)*$/.test(path)) throw new Error(`not a parameter path: ${JSON.stringify(path)}`)
  return path
}
