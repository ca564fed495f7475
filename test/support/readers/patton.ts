import type { Reader, Reading } from './reader.ts'

interface Statement {
  words: string[]
  depth: number
  /** The statements whose modes it stands in, outermost first. */
  path: string[][]
}

/** Words of a line as a command line takes them apart: blanks between them, quotation marks around what holds blanks, a backslash before a sign that is meant itself. */
function split(line: string): string[] {
  const words: string[] = []
  let rest = line.trim()
  while (rest !== '') {
    if (rest.startsWith('#')) break
    if (rest.startsWith('"')) {
      let [word, at] = ['', 1]
      while (at < rest.length && rest[at] !== '"') {
        if (rest[at] === '\\') at += 1
        word += rest[at] ?? ''
        at += 1
      }
      if (rest[at] !== '"') throw new Error(`no end of a quotation: ${line}`)
      words.push(word)
      rest = rest.slice(at + 1)
      if (rest !== '' && !rest.startsWith(' ')) throw new Error(`a quotation ends within a word: ${line}`)
    } else {
      const word = /^\S+/.exec(rest)?.[0] ?? ''
      if (/["\\$#]/.test(word)) throw new Error(`a sign with a meaning: ${word}`)
      words.push(word)
      rest = rest.slice(word.length)
    }
    rest = rest.trimStart()
  }
  return words
}

function parse(body: string): Statement[] {
  if (!body.startsWith('cli version 3.20\n')) throw new Error('no SmartWare script')
  if (/[^\n\x20-\x7e]/.test(body)) throw new Error('no ASCII')
  const open: Statement[] = []
  return body
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => {
      const depth = (/^ */.exec(line)?.[0].length ?? 0) / 2
      if (depth > open.length) throw new Error(`in no mode: ${line}`)
      open.length = depth
      const statement = { words: split(line), depth, path: open.map(({ words }) => words) }
      open.push(statement)
      return statement
    })
}

function startsWith(words: readonly string[], wanted: readonly string[]): boolean {
  return wanted.every((word, index) => words[index] === word)
}

/** SmartWare's startup configuration: statements in modes. */
export const patton: Reader = {
  text: 'ascii',
  drops: /["\\]/g,
  read([body = '']) {
    const statements = parse(body)
    /** What follows the words of the first such statement within those modes. */
    const find = (modes: string[][], wanted: string[]): string[] | null => {
      const found = statements.find(
        ({ words, path }) =>
          startsWith(words, wanted) && modes.every((mode, index) => startsWith(path[index] ?? [], mode)),
      )
      return found ? found.words.slice(wanted.length) : null
    }
    const line: Reading['line'] = (slot) => {
      const port = ['port', 'fxs', '0', String(slot - 1)]
      const bound = find([port], ['bind', 'interface'])?.[0]
      if (!bound || !find([port], ['no', 'shutdown'])) return null
      const cs = ['context', 'cs', 'switch']
      const number = find([cs, ['interface', 'fxs', bound]], ['subscriber-number'])?.[0] ?? ''
      if (!find([cs, ['routing-table', 'called-uri']], ['route', `sip:${number}@.%`, 'dest-interface', bound]))
        throw new Error(`no way to ${bound}`)
      const identity = [['location-service'], ['identity', number]]
      const [authName = ''] =
        find(
          [...identity, ['authentication', 'outbound']],
          ['authenticate', '1', 'authentication-service', 'AUTH', 'username'],
        ) ?? []
      const [, password = ''] = find([['authentication-service', 'AUTH']], ['username', authName]) ?? []
      const [host, sipPort] = find([...identity, ['registration', 'outbound']], ['registrar']) ?? []
      const [displayName = ''] = find([cs, ['mapping-table', 'calling-e164']], ['map', number, 'to']) ?? []
      return { number, authName, password, displayName, server: `${host}:${sipPort}` }
    }
    return {
      parameters: statements.map(({ words, path }) => [
        [...path.map(([first]) => first), words[0]].join('/'),
        words.slice(1).join(' '),
      ]),
      line,
      key: () => null,
      adminPassword: find([], ['administrator', 'administrator', 'password'])?.[0] ?? null,
      userPassword: find([], ['operator'])?.[2] ?? null,
      provisioningUrl: find([['profile', 'provisioning']], ['location', '1'])?.[0] ?? '',
    }
  },
}
