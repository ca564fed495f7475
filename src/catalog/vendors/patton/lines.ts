import type { RenderContext } from '../../define.ts'
import type { LineSpec } from '../../spec.ts'
import { type CliStatement, statement } from '../../toolkit/cli-script.ts'
import { ascii } from '../../toolkit/text.ts'
import { isNorthAmerican } from './words.ts'

/** A port with a line; `port` counts from 0. */
interface Used {
  readonly port: number
  readonly line: LineSpec
}

const nameLength = 32

function usedOf({ lines }: RenderContext): Used[] {
  return lines.flatMap((line, port) => (line ? [{ port, line }] : []))
}

/** Calls from the switch go to the port with that number, calls from a port to the switch, under the name of its line. */
export function routing(context: RenderContext): CliStatement[] {
  const used = usedOf(context)
  const { spec, sipPort } = context
  return [
    statement(
      ['context', 'cs', 'switch'],
      [
        statement(
          ['routing-table', 'called-uri', 'RT_FROM_SIP'],
          used.map(({ port, line }) =>
            statement(['route', { value: `sip:${line.number}@.%` }, 'dest-interface', `IF_FXS${port}`]),
          ),
        ),
        statement(
          ['mapping-table', 'calling-e164', 'to', 'calling-name', 'MT_NAMES'],
          used.map(({ line }) => statement(['map', { value: line.number }, 'to', { value: nameOf(line) }])),
        ),
        statement(
          ['routing-table', 'called-e164', 'RT_FROM_FXS'],
          [
            // Any digits, until no more come.
            statement(['route', '.T', 'dest-interface', 'IF_SIP', 'MT_NAMES']),
          ],
        ),
        statement(
          ['interface', 'sip', 'IF_SIP'],
          [
            statement(['bind', 'context', 'sip-gateway', 'GW_SIP']),
            statement(['route', 'call', 'dest-table', 'RT_FROM_SIP']),
            statement(['remote', { value: spec.host }, sipPort]),
          ],
        ),
        ...used.map(phoneInterface),
      ],
    ),
    statement(['context', 'cs', 'switch'], [statement(['no', 'shutdown'])]),
  ]
}

/** Quotation marks and backslashes mean something else in a table of names. */
function nameOf({ displayName, number }: LineSpec): string {
  return ascii(displayName).replace(/["\\]/g, '').slice(0, nameLength).trim() || number
}

function phoneInterface({ port, line }: Used): CliStatement {
  return statement(
    ['interface', 'fxs', `IF_FXS${port}`],
    [
      statement(['route', 'call', 'dest-table', 'RT_FROM_FXS']),
      ...(line.fax
        ? [statement(['use', 'profile', 'pstn', 'FAX'])]
        : [
            statement(['message-waiting-indication', 'stutter-dial-tone']),
            statement(['message-waiting-indication', 'frequency-shift-keying']),
            statement(['call-transfer']),
          ]),
      statement(['subscriber-number', { value: line.number }]),
    ],
  )
}

export function registration(context: RenderContext): CliStatement[] {
  const used = usedOf(context)
  return [
    statement(
      ['authentication-service', 'AUTH'],
      used.map(({ line }) => statement(['username', { value: line.authName }, 'password', { value: line.password }])),
    ),
    statement(
      ['location-service', 'LOC'],
      [statement(['domain', 1, { value: context.spec.host }]), ...used.map(({ line }) => identity(context, line))],
    ),
    statement(
      ['context', 'sip-gateway', 'GW_SIP'],
      [
        statement(
          ['interface', 'TRANSPORT_ETH0'],
          [statement(['bind', 'interface', 'eth0', 'context', 'router', 'port', 5060])],
        ),
      ],
    ),
    statement(
      ['context', 'sip-gateway', 'GW_SIP'],
      [
        statement(['bind', 'location-service', 'LOC']),
        statement(['notify', 'check-sync', 'accept']),
        statement(['no', 'shutdown']),
      ],
    ),
  ]
}

function identity({ spec, sipPort }: RenderContext, line: LineSpec): CliStatement {
  const transport = statement(['preferred-transport-protocol', spec.transport === 'tcp' ? 'tcp' : 'udp'])
  return statement(
    ['identity', { value: line.number }],
    [
      statement(
        ['authentication', 'outbound'],
        [statement(['authenticate', 1, 'authentication-service', 'AUTH', 'username', { value: line.authName }])],
      ),
      statement(['call', 'outbound'], [transport]),
      // The lamp, or the broken dial tone.
      ...(line.fax ? [] : [statement(['message', 'inbound'], [statement(['subscribe', 'implicit'])])]),
      statement(
        ['registration', 'outbound'],
        [
          statement(['registrar', { value: spec.host }, sipPort]),
          statement(['lifetime', spec.settings.expiry]),
          statement(['register', 'auto']),
          transport,
        ],
      ),
    ],
  )
}

export function ports({ lines, spec }: RenderContext): CliStatement[] {
  return lines.map((line, port) =>
    statement(
      ['port', 'fxs', 0, port],
      line
        ? [
            statement(['use', 'profile', 'fxs', isNorthAmerican(spec.country) ? 'us' : 'etsi']),
            ...(isNorthAmerican(spec.country) ? [statement(['caller-id', 'format', 'bell'])] : []),
            statement(['encapsulation', 'cc-fxs']),
            statement(['bind', 'interface', `IF_FXS${port}`, 'switch']),
            statement(['no', 'shutdown']),
          ]
        : [statement(['shutdown'])],
    ),
  )
}
