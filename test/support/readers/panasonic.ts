import type { Reader, Reading, ReadKey, ReadLine } from './reader.ts'

/**
 * Text of lines `NAME="value"` with CR LF behind the first line that names the format. The first of two values of one name counts; a line over 537 bytes, a
 * name over 32 and a value over 500 characters are no lines, names or values. The value is what stands between the first and the last quotation mark.
 */
export const panasonic: Reader = {
  text: 'utf8',
  drops: /"/g,
  read([body = ''], model) {
    const isOlderBase = /TGP5/.test(model.name)
    const firstLine = isOlderBase ? '# PCC Standard Format File #' : '# Panasonic SIP Phone Standard Format File #'
    if (!body.startsWith(firstLine)) throw new Error('another format')
    if (!body.endsWith('\r\n\r\n')) throw new Error('no empty line at the end')
    if (Buffer.byteLength(body) > 120 * 1024) throw new Error('too large')
    const parameters = body
      .split('\r\n')
      .filter((line) => line !== '' && !line.startsWith('#'))
      .map(parameterOf)
    const values = new Map([...parameters].reverse())
    return model.kind === 'dectBase' ? readBase(parameters, values) : readPhone(parameters, values)
  },
}

function parameterOf(line: string): [string, string] {
  const match = /^([A-Z0-9_]{1,32})="([^\r\n]*)"$/u.exec(line)
  if (!match || Buffer.byteLength(line) > 535 || (match[2] ?? '').length > 500) throw new Error(`no parameter: ${line}`)
  return [match[1] ?? '', match[2] ?? '']
}

function lineOf(values: ReadonlyMap<string, string>, slot: number): ReadLine {
  const get = (name: string) => values.get(`${name}_${slot}`) ?? ''
  return {
    number: get('PHONE_NUMBER'),
    authName: get('SIP_AUTHID'),
    password: get('SIP_PASS'),
    displayName: get('DISPLAY_NAME'),
    server: `${get('SIP_RGSTR_ADDR')}:${get('SIP_RGSTR_PORT')}`,
  }
}

function common(parameters: [string, string][], values: ReadonlyMap<string, string>): Omit<Reading, 'line' | 'key'> {
  const enabled = values.get('PROVISION_ENABLE') === 'Y'
  return {
    parameters,
    adminPassword: values.get('ADMIN_PASS') ?? null,
    userPassword: values.get('USER_PASS') ?? null,
    provisioningUrl: enabled ? (values.get('CFG_STANDARD_FILE_PATH') ?? '') : '',
  }
}

function readPhone(parameters: [string, string][], values: ReadonlyMap<string, string>): Reading {
  return {
    ...common(parameters, values),
    line: (slot) => (values.get(`LINE_ENABLE_${slot}`) === 'Enabled' ? lineOf(values, slot) : null),
    key: (module, slot) => keyOf(values, module === 0 ? 'FLEX_BUTTON' : 'DSS_BUTTON', slot),
  }
}

/** A base: a line that its handset rings and dials on. */
function readBase(parameters: [string, string][], values: ReadonlyMap<string, string>): Reading {
  const flag = (name: string, place: number) => values.get(name)?.split(',')[place - 1] === '1'
  return {
    ...common(parameters, values),
    line: (slot) => {
      const line = lineOf(values, slot)
      if (line.number === '' && line.password === '') return null
      const uses = flag(`INCOMING_CALL_GROUP_${slot}`, slot) && flag(`OUTGOING_CALL_LINE_HS${slot}`, slot)
      return uses ? line : null
    },
    key: () => null,
  }
}

const actions: Record<string, 'argument' | 'dial'> = {
  X_PANASONIC_IPTEL_LINE: 'argument',
  X_PANASONIC_IPTEL_DN: 'argument',
  X_PANASONIC_IPTEL_BLF: 'argument',
  X_PANASONIC_IPTEL_CONTACT: 'argument',
  X_PANASONIC_IPTEL_ONETOUCH: 'dial',
}

function keyOf(values: ReadonlyMap<string, string>, prefix: string, slot: number): ReadKey | null {
  const action = values.get(`${prefix}_FACILITY_ACT${slot}`)
  if (action === undefined) return null
  const label = values.get(`${prefix}_LABEL${slot}`) ?? ''
  if (action === '') return { action: '', label }
  const kind = actions[action]
  if (!kind) throw new Error(`no function ${action}`)
  const value = values.get(`${prefix}_${kind === 'dial' ? 'QUICK_DIAL' : 'FACILITY_ARG'}${slot}`) ?? ''
  return { action: `${action} ${value}`, label }
}
