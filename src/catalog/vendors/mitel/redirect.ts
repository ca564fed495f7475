/** Phones in factory state ask the maker's server for the address of their configuration; MAC addresses are entered in his portal. */
export const redirectService = { id: 'mitel-rcs', name: 'Mitel RCS' }
