/** None: the link reaches the app by QR code or by hand. */
export const redirectService = null
