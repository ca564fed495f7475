import type { RenderContext } from '../../define.ts'
import { ascii, urlHost } from '../../toolkit/text.ts'
import { writeWindowsIni } from '../../toolkit/windows-ini.ts'

const srtpWords = { off: '', optional: 'optional', required: 'mandatory' } as const

/** Account 1 is the one in use; a file without lines holds none. */
export function render({ spec, lines, sipPort, srtp }: RenderContext): string {
  const [line] = lines
  if (!line) return writeWindowsIni([['Settings', [['accountId', 0]]]])
  const host = urlHost(spec.host)
  const name = ascii(line.displayName) || line.number
  return writeWindowsIni([
    ['Settings', [['accountId', 1]]],
    [
      'Account1',
      [
        ['label', name],
        ['server', `${host}:${sipPort}`],
        ['proxy', ''],
        ['domain', host],
        ['username', line.number],
        ['password', line.password],
        ['authID', line.authName],
        ['displayName', name],
        ['voicemailNumber', spec.voicemail],
        ['transport', spec.transport],
        ['SRTP', srtpWords[srtp]],
        ['registerRefresh', spec.settings.expiry],
        ['publish', 0],
        ['ICE', 0],
        ['allowRewrite', 0],
      ],
    ],
  ])
}
