import { limited } from '../../toolkit/text.ts'

/** What a person typed, without the quotation mark, which would end a quoted value for some reader. */
export function typed(value: string, maxLength: number): string {
  return limited(value.replaceAll('"', ''), maxLength)
}
