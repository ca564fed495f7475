/** Gateways in factory state ask the maker's redirect server; his guide shows a page for people and no way in for programs. */
export const redirectService = null
