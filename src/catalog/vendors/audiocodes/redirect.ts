/** Phones in factory state ask the maker's server, which sends them on to the address that was entered for their MAC. */
export const redirectService = { id: 'audiocodes-redirect', name: 'AudioCodes Redirect' }
