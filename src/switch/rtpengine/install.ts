import { existsSync, statSync } from 'node:fs'
import { AppError } from '#domain/errors.ts'

const programs = ['/usr/bin/rtpengine', '/usr/sbin/rtpengine', '/usr/local/bin/rtpengine', '/usr/local/sbin/rtpengine']

/** What is installed of rtpengine; `stamp` changes when the package does. Throws AppError('switch.mediaMissing'). */
export function findRtpengine(): { program: string; stamp: string } {
  const program = programs.find((path) => existsSync(path))
  if (!program) throw new AppError('switch.mediaMissing')
  const { size, mtimeMs } = statSync(program)
  return { program, stamp: `${size}-${mtimeMs}` }
}
