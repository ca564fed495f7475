/** Sends mails of plain text at once. */
export interface Mailer {
  /** Whether there is a mail server. */
  isReady(): Promise<boolean>
  /** Resolves when the server has taken it, rejects when it does not. */
  send(to: string, subject: string, text: string): Promise<void>
}
