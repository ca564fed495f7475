import type { EndEvent } from 'jssip/lib/RTCSession'

/** SIP answers of the switch (docs/calls.md), and what JsSIP says by itself. */
const byStatus: Record<number, string> = {
  402: 'limit',
  403: 'blocked',
  404: 'unknownNumber',
  408: 'noAnswer',
  410: 'unknownNumber',
  480: 'unavailable',
  484: 'unknownNumber',
  486: 'busy',
  488: 'noCommonSound',
  503: 'switchBusy',
  600: 'busy',
  603: 'busy',
}

const byCause: Record<string, string | null> = {
  Terminated: null,
  Canceled: null,
  'User Denied Media Access': 'microphone',
  'Connection Error': 'connection',
  'Request Timeout': 'connection',
  'RTP Timeout': 'connection',
  'WebRTC Error': 'noCommonSound',
  'Bad Media Description': 'noCommonSound',
}

/** Why a call ended: a key of `webPhone.end`; null when one of the two simply ended it. */
export function reasonOf({ originator, cause, message }: EndEvent): string | null {
  const known = byCause[cause]
  if (known !== undefined) return known
  // What was declined here needs no explanation.
  if (String(originator) === 'local') return null
  const status = message && 'status_code' in message ? Number(message.status_code) : 0
  return byStatus[status] ?? 'other'
}
