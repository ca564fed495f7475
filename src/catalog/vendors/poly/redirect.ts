/** Zero Touch Provisioning: an account's profile names one server for all of its devices, which then ask there by their MAC. */
export const redirectService = { id: 'poly-ztp', name: 'Poly ZTP' }
