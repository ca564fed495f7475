import { existsSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { AppError } from '#domain/errors.ts'
import { modulePackages } from './config.ts'

/** What is installed of Kamailio. `stamp` changes when the package does. */
export interface Installation {
  program: string
  modules: string
  stamp: string
}

const programs = ['/usr/sbin/kamailio', '/usr/local/sbin/kamailio', '/usr/bin/kamailio']

/** Throws AppError('switch.missing') without Kamailio, AppError('switch.moduleMissing') with `module` and the Debian `package` that brings it. */
export function findKamailio(): Installation {
  const program = programs.find((path) => existsSync(path))
  if (!program) throw new AppError('switch.missing')
  const modules = moduleFolders().find((path) => existsSync(join(path, 'tm.so')))
  if (!modules) throw new AppError('switch.moduleMissing', { params: { module: 'tm', package: 'kamailio' } })
  for (const [module, name] of Object.entries(modulePackages)) {
    if (!existsSync(join(modules, `${module}.so`)))
      throw new AppError('switch.moduleMissing', { params: { module, package: name } })
  }
  const { size, mtimeMs } = statSync(program)
  return { program, modules, stamp: `${size}-${mtimeMs}` }
}

/** /usr/lib/<architecture>/kamailio/modules on Debian. */
function moduleFolders(): string[] {
  const multiarch = readdirSync('/usr/lib').filter((name) => name.includes('-linux-gnu'))
  return [
    ...multiarch.map((name) => `/usr/lib/${name}/kamailio/modules`),
    '/usr/lib64/kamailio/modules',
    '/usr/local/lib64/kamailio/modules',
    '/usr/local/lib/kamailio/modules',
  ]
}
