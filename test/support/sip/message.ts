/** A SIP message as a test reads it. Names of headers are in lower case. */
export interface SipMessage {
  /** Request line or status line. */
  first: string
  /** Method of the request, or of the request that is answered. */
  method: string
  /** Status; 0 of a request. */
  code: number
  headers: [string, string][]
  body: string
  text: string
  /** Where it came from. */
  source: { address: string; port: number }
}

const compact: Record<string, string> = {
  v: 'via',
  f: 'from',
  t: 'to',
  i: 'call-id',
  m: 'contact',
  l: 'content-length',
}

export function parseMessage(text: string, source: { address: string; port: number }): SipMessage {
  const end = text.indexOf('\r\n\r\n')
  const [first = '', ...lines] = text.slice(0, end).split('\r\n')
  const headers = lines.map((line): [string, string] => {
    const colon = line.indexOf(':')
    const name = line.slice(0, colon).trim().toLowerCase()
    return [compact[name] ?? name, line.slice(colon + 1).trim()]
  })
  const code = first.startsWith('SIP/2.0 ') ? Number(first.slice(8, 11)) : 0
  const cseq = headers.find(([name]) => name === 'cseq')?.[1] ?? ''
  const method = code === 0 ? (first.split(' ')[0] ?? '') : (cseq.split(' ')[1] ?? '')
  return { first, method, code, headers, body: text.slice(end + 4), text, source }
}

/** The first value of a header; empty when there is none. */
export function header(message: SipMessage, name: string): string {
  return message.headers.find(([key]) => key === name.toLowerCase())?.[1] ?? ''
}

export function headersOf(message: SipMessage, name: string): string[] {
  return message.headers.filter(([key]) => key === name.toLowerCase()).map(([, value]) => value)
}

export function tagOf(value: string): string {
  return /;tag=([^;>\s]+)/.exec(value)?.[1] ?? ''
}

export function uriOf(value: string): string {
  return /<([^>]+)>/.exec(value)?.[1] ?? value.split(';')[0] ?? ''
}

/** Cuts a stream into whole messages; returns what is left over. */
export function wholeMessages(buffer: string, take: (text: string) => void): string {
  let rest = buffer.replace(/^[\r\n]+/, '')
  for (;;) {
    const end = rest.indexOf('\r\n\r\n')
    if (end < 0) return rest
    const length = Number(/^(?:content-length|l)\s*:\s*(\d+)/im.exec(rest.slice(0, end))?.[1] ?? 0)
    if (rest.length < end + 4 + length) return rest
    take(rest.slice(0, end + 4 + length))
    rest = rest.slice(end + 4 + length).replace(/^[\r\n]+/, '')
  }
}
