/** A SIP message in SIPp's own record of what it sent and received (-trace_msg). */
export interface TracedMessage {
  /** Milliseconds since 1970. */
  at: number
  isReceived: boolean
  /** First line. */
  first: string
  /** Of the request, or of the request that is answered. */
  method: string
  callId: string
}

/** All messages of a log, in their order. */
export function timelineOf(log: string): TracedMessage[] {
  const parts = log.split(/^-{20,} (?=\d{4}-\d\d-\d\d)/m).slice(1)
  return parts.flatMap((part) => {
    const [, time = '', isReceived, text = ''] =
      /^(\S+[ T\t]\S+)\s+\S+ message (received|sent)[^\n]*\n\n([\s\S]*)$/.exec(part) ?? []
    if (text === '') return []
    const [first = ''] = text.split(/\r?\n/)
    return [
      {
        at: new Date(
          time
            .trim()
            .replace(/\s+/, 'T')
            .replace(/(\.\d{3})\d*$/, '$1'),
        ).getTime(),
        isReceived: isReceived === 'received',
        first: first.trim(),
        method: /^CSeq:\s*\d+\s+(\w+)/im.exec(text)?.[1] ?? '',
        callId: /^(?:Call-ID|i):\s*(\S+)/im.exec(text)?.[1] ?? '',
      },
    ]
  })
}

/** When each call of a telephone that calls was answered, and when the other side ended it (ms); null: it did not. By SIP Call-ID. */
export function callTimes(log: string): Map<string, { answeredAt: number; endedAt: number | null }> {
  const messages = timelineOf(log)
  const answers = messages.filter(
    ({ isReceived, first, method }) => isReceived && method === 'INVITE' && / 200 /.test(first),
  )
  const byes = messages.filter(({ isReceived, first }) => isReceived && first.startsWith('BYE '))
  return new Map(
    answers.toReversed().map(({ callId, at }) => {
      const bye = byes.find((one) => one.callId === callId)
      return [callId, { answeredAt: at, endedAt: bye?.at ?? null }]
    }),
  )
}
