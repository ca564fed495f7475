/** Grandstream Device Management System: a provider binds a MAC and serial number to a site whose template names the server. */
export const redirectService = { id: 'grandstream-gdms', name: 'Grandstream GDMS' }
