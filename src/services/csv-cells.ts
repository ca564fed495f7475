/** A spreadsheet computes what begins like this. */
const computed = /^[=+\-@\t\r\uff1d\uff0b\uff0d\uff20]/

/** A cell that no spreadsheet computes: an apostrophe before what would be a formula. Telephone numbers and amounts stay as they are. */
export function safeCell(text: string): string {
  return computed.test(text) && !/^[+-]?\d+(\.\d+)?$/.test(text) ? `'${text}` : text
}

/** Text of a file that a person made: UTF-8, UTF-16 with its mark, or Windows-1252, without the mark. */
export function decodeText(bytes: Buffer): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes)
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('windows-1252').decode(bytes)
  }
}
