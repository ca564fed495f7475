import { isForeignKeyViolation, isUniqueViolation } from '#db/open.ts'
import { AppError, type ErrorCode, fieldError } from '#domain/errors.ts'

/** What the database refuses because of a change in the meantime becomes the refusal that a look beforehand would have given. */

/** `field` holds something that must be unique and is taken. */
export async function uniqueOr<T>(field: string, code: ErrorCode, write: () => Promise<T>): Promise<T> {
  try {
    return await write()
  } catch (error) {
    throw isUniqueViolation(error) ? fieldError(field, code) : error
  }
}

/** Something points to the row that was to go, or a row that was to be pointed to has gone. */
export async function referredOr<T>(code: ErrorCode, write: () => Promise<T>): Promise<T> {
  try {
    return await write()
  } catch (error) {
    throw isForeignKeyViolation(error) ? new AppError(code) : error
  }
}
