/** Secure Redirection And Provisioning Service; the switch pushes MAC → setting_server. */
export const redirectService = { id: 'snom-sraps', name: 'Snom SRAPS' }
