/** The maker's server tells a device in factory state its address; the switch pushes MAC-ID (the MAC and four characters of the label) → URL. */
export const redirectService = { id: 'gigaset-redirect', name: 'Gigaset Redirect' }
