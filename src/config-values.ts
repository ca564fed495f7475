import { isIP } from 'node:net'
import { domainToASCII } from 'node:url'

/** A value, or what is wrong with the text: a sentence without the variable's name. */
export type Parsed<T> = { value: T } | { fault: string }

export function parsePort(text: string): Parsed<number> {
  const number = /^\d{1,5}$/.test(text) ? Number(text) : 0
  return number >= 1 && number <= 65_535 ? { value: number } : { fault: `${shown(text)} is not a port (1-65535)` }
}

/** `30000-30999`: both ends belong to it. */
export function parsePortRange(text: string): Parsed<{ from: number; to: number }> {
  const [, first = '', last = ''] = text.match(/^(\d{1,5})-(\d{1,5})$/) ?? []
  const from = Number(first)
  const to = Number(last)
  const fits = from >= 1024 && to <= 65_535 && to - from >= minimumRtpPorts - 1
  if (fits) return { value: { from, to } }
  return {
    fault: `${shown(text)} is not a range of at least ${minimumRtpPorts} ports (1024-65535), such as 30000-30999`,
  }
}

// One relayed call with audio takes two ports on each side.
const minimumRtpPorts = 4

export function parseAddress(text: string): Parsed<string> {
  return isIP(text) ? { value: text } : { fault: `${shown(text)} is not an IP address` }
}

/** A DNS name becomes ASCII and lower case (`bücher.example` → `xn--bcher-kva.example`); an address stays. */
export function parseHost(text: string): Parsed<string> {
  if (isIP(text)) return { value: text }
  // domainToASCII removes line breaks and tabs silently.
  const name = /\s/.test(text) ? '' : domainToASCII(text)
  const label = '(?!-)[a-z0-9-]{1,63}(?<!-)'
  // A last label of digits alone would be an IPv4 address that is not one.
  const isName = new RegExp(`^(?:${label}\\.)*(?=.*[a-z])${label}$`).test(name) && name.length <= 253
  if (isName && !/(^|\.)\d+$/.test(name)) return { value: name }
  return { fault: `${shown(text)} is neither a DNS name nor an IP address` }
}

/** The text is never repeated: it holds a password. */
export function parseDatabaseUrl(text: string): Parsed<string> {
  const url = URL.canParse(text) ? new URL(text) : null
  if (url?.protocol === 'postgres:' || url?.protocol === 'postgresql:') return { value: text }
  return { fault: 'this is not an address of the form postgres://user:password@host:5432/database' }
}

/** What was given, on one line and of bearable length. */
function shown(text: string): string {
  const line = JSON.stringify(text).slice(1, -1)
  return line.length > 60 ? `${line.slice(0, 60)}…` : line
}
