/** The maker's redirection is bound to his own switches and entered by hand in his portal; nothing is known of a way in for programs. */
export const redirectService = null
