import type { Reader } from './reader.ts'

/** As GetPrivateProfileString of Windows reads: a pair of quotation marks around the whole value falls off, nothing else is special. */
export const microsip: Reader = {
  text: 'ascii',
  read([body = '']) {
    let section = ''
    const parameters = body
      .split('\r\n')
      .filter((line) => line !== '')
      .flatMap((line) => {
        const [, name] = /^\[([^\]]*)\]$/.exec(line) ?? []
        if (name !== undefined) section = name
        if (name !== undefined) return []
        const at = line.indexOf('=')
        if (at < 1 || /[\r\n]/.test(line)) throw new Error(`not a line of an INI file: ${JSON.stringify(line)}`)
        const value = line.slice(at + 1).trim()
        const marked = value.length > 1 && /^["']/.test(value) && value.at(0) === value.at(-1)
        return [[`${section}/${line.slice(0, at)}`, marked ? value.slice(1, -1) : value] as const]
      })
    const get = (name: string) => parameters.find(([key]) => key === name)?.[1] ?? ''
    return {
      parameters,
      line: (slot) => {
        const account = `Account${slot}`
        if (get(`${account}/username`) === '' || get('Settings/accountId') !== String(slot)) return null
        return {
          number: get(`${account}/username`),
          authName: get(`${account}/authID`),
          password: get(`${account}/password`),
          displayName: get(`${account}/displayName`),
          server: get(`${account}/server`),
        }
      },
      key: () => null,
      adminPassword: null,
      userPassword: null,
      provisioningUrl: '',
    }
  },
}
