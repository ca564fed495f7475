/** An app of no maker that is known here has no header of its own. */
export const userAgents: readonly (readonly [string, string | null, string | null, string | null])[] = []
