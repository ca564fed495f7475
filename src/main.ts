import { AppError } from '#domain/errors.ts'
import { StartError } from '#domain/start-error.ts'
import { translate } from '#i18n/i18n.ts'

/** Command → what runs it, loaded when it is asked for. Each returns the exit code. */
const commands: Record<string, { summary: string; run(args: string[]): Promise<number> }> = {
  start: {
    summary: 'runs the whole installation until Ctrl-C; --demo adds a demonstration vPBX with telephones that live',
    run: async (args) => (await import('#cli/start.ts')).start(args),
  },
  models: {
    summary: 'lists the catalog; --json for programs',
    run: async (args) => (await import('#cli/models.ts')).models(args, process.stdout),
  },
  render: {
    summary: 'prints a configuration from --spec FILE, without a database or a server',
    run: async (args) => (await import('#cli/render.ts')).render(args, process.stdout, process.stderr),
  },
  phone: {
    summary: 'runs one simulated desk telephone on a configuration link',
    run: async (args) => (await import('#cli/phone.ts')).phone(args, process.stdout, process.stderr),
  },
  'reset-password': {
    summary: 'gives a user a new one-time password: raccord reset-password LOGIN',
    run: async (args) => (await import('#cli/reset-password.ts')).resetPassword(args),
  },
}

const [name = 'help', ...args] = process.argv.slice(2)
const command = commands[name]
if (command) {
  process.exitCode = await command.run(args).catch(explain)
} else {
  const known = name === 'help' || name === '--help'
  if (!known) process.stderr.write(`There is no command "${name}".\n`)
  process.stdout.write('raccord <command>\n\n')
  for (const [word, { summary }] of Object.entries(commands)) process.stdout.write(`  ${word.padEnd(15)} ${summary}\n`)
  process.exitCode = known ? 0 : 2
}

/** A start that cannot be is told in one sentence; a fault of ours with its stack. */
function explain(error: unknown): number {
  if (error instanceof StartError) process.stderr.write(`${error.message}\n`)
  else if (error instanceof AppError) process.stderr.write(`${translate('en', `error.${error.code}`, error.params)}\n`)
  else process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`)
  return 1
}
