import { ascii } from './text.ts'

/** A keyword, which only code writes, or what somebody typed. */
type CliWord = string | number | { readonly value: string }

/** One statement; those below it are for the mode that it enters. */
export interface CliStatement {
  readonly words: readonly CliWord[]
  readonly block: readonly CliStatement[]
}

export function statement(words: readonly CliWord[], block: readonly CliStatement[] = []): CliStatement {
  return { words, block }
}

/**
 * Statements of a command line, one on a line, two blanks a mode, in ASCII. Keywords come from code and are checked; a value is one word, whatever it
 * holds: it is quoted where a blank, a quotation mark, or a sign of comments or macros would end it or make another thing of it.
 */
export function writeCliScript(statements: readonly CliStatement[]): string {
  return statements.map((one) => write(one, '')).join('')
}

function write({ words, block }: CliStatement, indent: string): string {
  return `${indent}${words.map(word).join(' ')}\n${block.map((one) => write(one, `${indent}  `)).join('')}`
}

function word(one: CliWord): string {
  return typeof one === 'object' ? quoted(ascii(one.value)) : keyword(String(one))
}

function keyword(text: string): string {
  if (!/^[A-Za-z0-9.+-][\w.:+-]*$/.test(text)) throw new Error(`not a keyword: ${JSON.stringify(text)}`)
  return text
}

function quoted(text: string): string {
  return /^[A-Za-z0-9*+][\w.:/@%*+-]*$/.test(text) ? text : `"${text.replace(/["\\]/g, '\\$&')}"`
}
