import { XMLParser, XMLValidator } from 'fast-xml-parser'
import type { Reader, Reading } from './reader.ts'

const parser = new XMLParser({
  ignoreAttributes: false,
  trimValues: false,
  parseTagValue: false,
  parseAttributeValue: false,
  alwaysCreateTextNode: true,
  isArray: (name) => name === 'section' || name === 'entry',
})

interface Entry {
  '@_name': string
  '@_overwrite'?: string
  '#text': string
}

/** lpconfig.xsd: sections of named entries; an account is a proxy with the auth_info of the same number. */
export const linphone: Reader = {
  text: 'utf8',
  read([body = '']) {
    const valid = XMLValidator.validate(body)
    if (valid !== true) throw new Error(valid.err.msg)
    const sections: { '@_name': string; entry?: Entry[] }[] = parser.parse(body).config.section
    const parameters = sections.flatMap(({ '@_name': section, entry = [] }) =>
      entry.map((one) => [`${section}/${one['@_name']}`, one['#text']] as const),
    )
    const get = (name: string) => parameters.find(([key]) => key === name)?.[1] ?? null
    const line: Reading['line'] = (slot) => {
      const proxy = `proxy_${slot - 1}`
      const identity = /^(?:"((?:[^"\\]|\\.)*)" )?<sip:([^@>]+)@([^>]+)>$/u.exec(get(`${proxy}/reg_identity`) ?? '')
      if (!identity) return null
      const auth = `auth_info_${slot - 1}`
      return {
        number: get(`${auth}/username`) ?? '',
        authName: get(`${auth}/userid`) ?? '',
        password: get(`${auth}/passwd`) ?? '',
        displayName: (identity[1] ?? '').replace(/\\(.)/gu, '$1'),
        server: /^<sip:([^;>]+)/.exec(get(`${proxy}/reg_proxy`) ?? '')?.[1] ?? '',
      }
    }
    return {
      parameters,
      line,
      key: () => null,
      adminPassword: null,
      userPassword: null,
      provisioningUrl: get('misc/config-uri') ?? '',
    }
  },
}
