import { randomInt } from 'node:crypto'

/** Length of the random password that stands where a person gave none (M26), unless the model takes fewer digits. */
export const randomPasswordDigits = 40

/** A password that a person sets on a device: 4 to 9 digits, nothing else. */
export function isDevicePassword(text: string): boolean {
  return /^[0-9]{4,9}$/.test(text)
}

/** `length` random decimal digits from the system's secure generator. */
export function randomDigits(length: number): string {
  return Array.from({ length }, () => randomInt(10)).join('')
}
