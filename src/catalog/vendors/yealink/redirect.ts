/** Redirection and Provisioning Service, today part of the Yealink Management Cloud Service; the switch pushes MAC → URL. */
export const redirectService = 'yealink-rps'
