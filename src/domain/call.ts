/**
 * What a call is to the one who reads the list: between lines of a vPBX, to or from the public network, to the emergency services,
 * or passed on to the public network by the line that was called.
 */
export const callKinds = ['internal', 'outgoing', 'incoming', 'emergency', 'forwarded'] as const
export type CallKind = (typeof callKinds)[number]

/** Why a call ended, as its record says. */
export const endReasons = [
  'hungUp',
  'cancelled',
  'busy',
  'noAnswer',
  'notRegistered',
  'unknownNumber',
  'refused',
  'forwarded',
  'limit',
  'ended',
  'failed',
  'lost',
] as const
export type EndReason = (typeof endReasons)[number]

/** Why a call to the public network is refused. The switch says it as SIP status and text. */
export const refusals = {
  blocked: { code: 403, text: 'Public Calls Are Blocked' },
  barred: { code: 403, text: 'Destination Barred' },
  limitReached: { code: 402, text: 'Spending Limit Reached' },
  noRate: { code: 403, text: 'No Rate For This Destination' },
  tooManyCalls: { code: 486, text: 'Too Many Calls' },
  unknownNumber: { code: 404, text: 'Number Does Not Exist' },
  noTrunk: { code: 503, text: 'No Trunk Available' },
  notReady: { code: 503, text: 'Calls To The Public Network Are Not Available Now' },
} as const satisfies Record<string, { code: number; text: string }>
export type Refusal = keyof typeof refusals
