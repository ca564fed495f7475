/** Cuts a TCP or TLS byte stream into SIP messages and keep-alives (RFC 3261 §18.3, RFC 5626 §4.4.1). */
export interface SipStream {
  /** Messages that are complete with these bytes, in order. Throws when the stream cannot be SIP. */
  push(bytes: Buffer): readonly string[]
}

const maximumBytes = 256_000

export function createSipStream(): SipStream {
  let pending: Buffer = Buffer.alloc(0)
  return {
    push(bytes) {
      pending = Buffer.concat([pending, bytes])
      if (pending.length > maximumBytes) throw new Error('SIP message too large')
      const messages: string[] = []
      for (let size = nextSize(pending); size > 0; size = nextSize(pending)) {
        messages.push(pending.subarray(0, size).toString('utf8'))
        pending = pending.subarray(size)
      }
      return messages
    },
  }
}

/** Bytes of the first whole message or keep-alive, 0 when more must come. */
function nextSize(buffer: Buffer): number {
  if (buffer.length < 2) return 0
  if (buffer[0] === 13) return buffer.subarray(0, 4).equals(Buffer.from('\r\n\r\n')) ? 4 : 2
  const end = buffer.indexOf('\r\n\r\n')
  if (end < 0) return 0
  const length = /^(?:content-length|l)\s*:\s*(\d+)\s*$/im.exec(buffer.subarray(0, end).toString('latin1'))?.[1]
  const size = end + 4 + Number(length ?? 0)
  return buffer.length < size ? 0 : size
}
