import { openInstalled } from '#app.ts'
import { readConfig } from '#config.ts'
import { StartError } from '#domain/start-error.ts'
import { resetPasswordOf } from '#services/users.ts'

/** `raccord reset-password LOGIN`: for who runs the machine and has lost the provider's password. Prints the one-time password. */
export async function resetPassword(args: string[]): Promise<number> {
  const [login] = args
  if (!login || args.length > 1) {
    process.stderr.write('Usage: raccord reset-password LOGIN\n')
    return 2
  }
  const { database, clock } = await openInstalled(readConfig())
  try {
    const password = await resetPasswordOf({ db: database.db, clock }, login)
    if (password === null) throw new StartError(`There is no user "${login}".`)
    process.stdout.write(`One-time password of "${login}": ${password}\n`)
    return 0
  } finally {
    await database.close()
  }
}
