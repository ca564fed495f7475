import type { Reader } from './reader.ts'

/** What a person reads who types the data into an app: a name, a colon, the value as it stands to the end of the line. */
export const typedData: Reader = {
  text: 'utf8',
  read([body = '']) {
    const parameters = body
      .split('\n')
      .slice(0, -1)
      .map((line) => {
        const at = line.indexOf(':')
        if (at < 1) throw new Error(`no name in ${JSON.stringify(line)}`)
        return [line.slice(0, at), line.slice(at + 1).replace(/^ /, '')] as const
      })
    const get = (name: string) => parameters.find(([key]) => key === name)?.[1] ?? ''
    return {
      parameters,
      line: (slot) =>
        slot === 1 && get('user') !== ''
          ? {
              number: get('user'),
              authName: get('authentication name'),
              password: get('password'),
              displayName: get('display name'),
              server: `${get('server')}:${get('port')}`,
            }
          : null,
      key: () => null,
      adminPassword: null,
      userPassword: null,
      provisioningUrl: '',
    }
  },
}
