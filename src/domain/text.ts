/** Characters that no name, label or value may hold: C0 and C1 controls (line breaks too), line and paragraph separators, bidirectional overrides. */
const forbidden = /[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff]/u

/** True when the text stays on one line and shows what it says. */
export function isSingleLine(text: string): boolean {
  return !forbidden.test(text) && text.isWellFormed()
}
