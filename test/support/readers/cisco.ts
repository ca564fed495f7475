import { XMLParser, XMLValidator } from 'fast-xml-parser'
import type { Reader, Reading, ReadKey } from './reader.ts'

const parser = new XMLParser({ parseTagValue: false, trimValues: false, isArray: () => true })

interface Nodes {
  readonly [name: string]: readonly (string | Nodes)[]
}

/**
 * A flat profile: each element is the parameter of its name, the last of a line `_n_`; only the router of a gateway has sections. Booleans are `Yes` and
 * `No`. A key has the function that its string says only while its extension is `Disabled`.
 */
export const cisco: Reader = {
  text: 'utf8',
  read([body = ''], model) {
    const valid = XMLValidator.validate(body)
    if (valid !== true) throw new Error(`${valid.err.msg} in line ${valid.err.line}`)
    const [root] = parser.parse(body)['flat-profile'] as Nodes[]
    const parameters = root ? flatten(root, '') : []
    const values = new Map(parameters)
    if (values.size !== parameters.length) throw new Error('a parameter stands twice')
    const get = (name: string) => values.get(name) ?? ''
    const router = (name: string) => values.get(`router-configuration/${name}`)
    const line: Reading['line'] = (slot) => {
      if (get(`Line_Enable_${slot}_`) !== 'Yes' || get(`Register_${slot}_`) !== 'Yes') return null
      const hasLogin = !model.name.startsWith('SPA') && model.kind !== 'gateway'
      return {
        number: get(`User_ID_${slot}_`),
        authName: hasLogin || get(`Use_Auth_ID_${slot}_`) === 'Yes' ? get(`Auth_ID_${slot}_`) : '',
        password: get(`Password_${slot}_`),
        displayName: get(`Display_Name_${slot}_`),
        server: get(`Proxy_${slot}_`),
      }
    }
    return {
      parameters,
      line,
      key: (module, slot) => (module === 0 ? lineKey(values, slot) : moduleKey(values, module, slot)),
      adminPassword:
        values.get('Admin_Password') ?? values.get('Admin_Passwd') ?? router('Web_Login_Admin_Password') ?? null,
      userPassword: values.get('User_Password') ?? router('Web_Login_Guest_Password') ?? null,
      provisioningUrl: get('Provision_Enable') === 'Yes' ? get('Profile_Rule') : '',
    }
  },
}

function flatten(nodes: Nodes, path: string): [string, string][] {
  return Object.entries(nodes).flatMap(([name, children]) =>
    name === '#text'
      ? []
      : children.flatMap((child): [string, string][] =>
          typeof child === 'string' ? [[`${path}${name}`, child]] : flatten(child, `${path}${name}/`),
        ),
  )
}

/** `fnc=a;ext=b;nme=c` in its fields. */
function functionKey(text: string): ReadKey {
  const fields = new Map(
    text.split(';').map((field): [string, string] => {
      const at = field.indexOf('=')
      return [field.slice(0, at), field.slice(at + 1)]
    }),
  )
  const action = ['fnc', 'ext', 'sub', 'url'].map((name) => fields.get(name) ?? '').join(' ')
  return { action: text === '' ? '' : action, label: fields.get('nme') ?? null }
}

function lineKey(values: ReadonlyMap<string, string>, slot: number): ReadKey | null {
  const extension = values.get(`Extension_${slot}_`)
  if (extension === undefined) return null
  if (extension !== 'Disabled') return { action: `line ${extension}`, label: values.get(`Short_Name_${slot}_`) ?? null }
  return functionKey(values.get(`Extended_Function_${slot}_`) ?? '')
}

/** Old telephones name the key of a module without the last underscore, and want the module switched on. */
function moduleKey(values: ReadonlyMap<string, string>, unit: number, slot: number): ReadKey | null {
  const name = `Unit_${unit}_Key_${slot}`
  const isOn = values.get(`Unit_${unit}_Enable`) === 'Yes' || Number(values.get('Number_of_Units') ?? 0) >= unit
  const text = values.get(name) ?? values.get(`${name}_`)
  return text === undefined || !isOn ? null : functionKey(text)
}
