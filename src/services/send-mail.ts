/** Sends one mail of plain text; resolves when a server has taken it, rejects when none does. */
export type SendMail = (to: string, subject: string, text: string) => Promise<void>
