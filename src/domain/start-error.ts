/**
 * What keeps Raccord from starting: the message says what is wrong and what to do, for the operator, in English.
 * `raccord start` prints the message alone, without a stack.
 */
export class StartError extends Error {
  constructor(message: string, options?: ErrorOptions) {
    super(message, options)
    this.name = 'StartError'
  }
}
