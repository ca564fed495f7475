import type { Reader, Reading } from './reader.ts'

/** As the telephone reads its text file: the version first, then `Config.… = value`, comments after a mark at the start of a line. */
function readLines(body: string): (readonly [string, string])[] {
  const [head, ...lines] = body.split(/\r\n|[\r\n]/)
  if (head !== '#!version:1.0.0.1') throw new Error('the first line must be the version')
  return lines
    .filter((line) => line.trim() !== '' && !/^[#;]/.test(line))
    .map((line) => {
      const sign = line.indexOf('=')
      const name = line.slice(0, sign).trim()
      if (sign < 0 || !/^Config(\.\w+){2,3}$/.test(name)) throw new Error(`not a parameter: ${line}`)
      return [name.slice('Config.'.length), line.slice(sign + 1).trim()] as const
    })
}

/** Parameters of a key that make it act; the label is only shown. */
const acting = ['Type', 'Param1', 'Param2', 'Param3', 'Param4', 'Param5', 'Param6']

export const akuvox: Reader = {
  text: 'utf8',
  read([body = '']) {
    const parameters = readLines(body)
    const values = new Map(parameters)
    const get = (name: string) => values.get(name) ?? ''
    const line: Reading['line'] = (slot) => {
      const own = (name: string) => get(`Account${slot}.${name}`)
      if (own('GENERAL.Enable') !== '1') return null
      return {
        number: own('GENERAL.UserName'),
        authName: own('GENERAL.AuthName'),
        password: own('GENERAL.Pwd'),
        displayName: own('GENERAL.DisplayName'),
        server: own('SIP.Server'),
      }
    }
    const key: Reading['key'] = (module, slot) => {
      const own = `Programable.LINEKEY${slot}`
      if (module > 0 || !values.has(`${own}.Type`)) return null
      return { action: acting.map((name) => get(`${own}.${name}`)).join(' '), label: get(`${own}.Label`) }
    }
    const login = (type: string) => {
      const place = ['', '02'].find((one) => get(`Settings.WEB_LOGIN.Type${one}`) === type)
      return place === undefined ? null : get(`Settings.WEB_LOGIN.Password${place}`)
    }
    return {
      parameters,
      line,
      key,
      adminPassword: login('admin'),
      userPassword: login('user'),
      provisioningUrl: get('Autoprovision.GENERAL.Url'),
    }
  },
}
