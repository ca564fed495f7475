/** The maker's redirection service is entered by hand in his portal; nothing is known of a way in for programs. */
export const redirectService = null
