/**
 * Parameters of a telephone's accounts. Those of the first have numbers of their own; from the second on a parameter is a two-digit number within the
 * account's hundred. Later parameters of the same account are in a second and a third row of hundreds.
 */
export const account = {
  active: [271, 'first', 1],
  name: [270, 'first', 17],
  server: [47, 'first', 2],
  outbound: [48, 'first', 3],
  userId: [35, 'first', 4],
  authId: [36, 'first', 5],
  password: [34, 'first', 6],
  displayName: [3, 'first', 7],
  voicemail: [33, 'first', 26],
  nat: [52, 'first', 14],
  register: [31, 'first', 10],
  unregister: [81, 'first', 11],
  expires: [32, 'first', 12],
  transport: [130, 'first', 48],
  mwi: [99, 'first', 15],
  srtp: [183, 'first', 43],
  symmetric: [291, 'first', 60],
  localFeatures: [191, 'first', 20],
  dialPlan: [290, 'first', 59],
  blfPrefix: [1347, 'first', 81],
  secondary: [2312, 'second', 12],
  sipsScheme: [2329, 'second', 29],
  dtmfAudio: [2301, 'second', 1],
  dtmfRtp: [2302, 'second', 2],
  dtmfInfo: [2303, 'second', 3],
  blfByPrefix: [6752, 'prefix', 0],
} as const satisfies Record<string, readonly [first: number, row: 'first' | 'second' | 'prefix', within: number]>

const firstCodecs = [57, 58, 59, 60, 61, 62, 46, 98]

type AccountParameters = Record<keyof typeof account, number> & { readonly codecs: readonly number[] }

/** The parameters of the account on a slot from 1 to 16. */
export function accountParameters(slot: number): AccountParameters {
  const rows = {
    first: slot > 6 ? 50_600 + 100 * (slot - 7) : (hundreds[slot] ?? 0),
    second: slot > 6 ? 51_600 + 100 * (slot - 7) : 2300 + 100 * (slot - 1),
    prefix: slot > 6 ? 52_683 + 100 * (slot - 7) : 6752 + slot - 1,
  }
  const numbers = Object.entries(account).map(([name, [first, row, within]]) => [
    name,
    slot === 1 ? first : rows[row] + within,
  ])
  const codecs = firstCodecs.map((first, index) => (slot === 1 ? first : rows.first + 51 + index))
  // Object.fromEntries forgets the names; every one of the table is there.
  return { ...(Object.fromEntries(numbers) as Record<keyof typeof account, number>), codecs }
}

const hundreds: Readonly<Record<number, number>> = { 2: 400, 3: 500, 4: 600, 5: 1700, 6: 1800 }
