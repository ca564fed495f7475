/** No service of the maker is known that would be open to programs. */
export const redirectService = null
