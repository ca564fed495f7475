/** Phones in factory state ask the maker's server for the address of their configuration; the switch pushes MAC → URL. */
export const redirectService = { id: 'panasonic-rcs', name: 'Panasonic Redirection' }
