/** Redirection and Provisioning Service, today part of the Yealink Management Cloud Service; the switch pushes MAC → URL. */
export const redirectService = { id: 'yealink-rps', name: 'Yealink RPS' }
