/** What the switch needs of a logger; pino's has this shape. Never give it a secret. */
export interface Log {
  info(details: object, message: string): void
  warn(details: object, message: string): void
  error(details: object, message: string): void
}
