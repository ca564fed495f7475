import { ascii } from './text.ts'

/** A table of an ini file: named columns, and rows under the number that each has. */
export interface IniTable {
  readonly name: string
  readonly columns: readonly string[]
  readonly rows: readonly (readonly [index: number, values: readonly (string | number)[]])[]
}

type IniScalar = readonly [name: string, value: string | number]

/**
 * Lines `Name = value` and below them tables, as AudioCodes' gateways read them:
 *
 *     [ Table ]
 *     FORMAT Table_Index = Table_First, Table_Second;
 *     Table 0 = "text", 1;
 *     [ \Table ]
 *
 * ASCII. Numbers stand as they are and text in quotes: in single ones in a line of its own, in double ones in a table. How a quotation mark would be
 * written inside a text is not documented; it is doubled, so that it ends nothing.
 */
export function writeIniTables(scalars: readonly IniScalar[], tables: readonly IniTable[]): string {
  const lines = scalars.map(([name, value]) => `${iniName(name)} = ${iniText(value, "'")}\n`)
  return [lines.join(''), ...tables.map(tableText)].join('\n')
}

function tableText({ name, columns, rows }: IniTable): string {
  const table = iniName(name)
  const format = columns.map((column) => `${table}_${iniName(column)}`).join(', ')
  const lines = rows.map(([index, values]) => {
    if (values.length !== columns.length) throw new Error(`a row of ${table} has not as many values as columns`)
    return `${table} ${index} = ${values.map((value) => iniText(value, '"')).join(', ')};\n`
  })
  return `[ ${table} ]\nFORMAT ${table}_Index = ${format};\n${lines.join('')}[ \\${table} ]\n`
}

function iniText(value: string | number, quote: string): string {
  return typeof value === 'number' ? String(value) : `${quote}${ascii(value).replaceAll(quote, quote + quote)}${quote}`
}

function iniName(name: string): string {
  if (!/^[A-Za-z]\w*$/.test(name)) throw new Error(`not an ini name: ${JSON.stringify(name)}`)
  return name
}
