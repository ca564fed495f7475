/** Fanvil Device Provisioning Service; the switch pushes MAC → server and file name. */
export const redirectService = { id: 'fanvil-fdps', name: 'Fanvil FDPS' }
