import { element, type XmlElement } from '../../toolkit/xml.ts'

/**
 * A parameter has a number in the older firmware (`<P47 para="Profile1_Sipserver">`) and a name in that of the models with a U
 * (`<Profile1_Sipserver>`); null: one of them does not know it.
 */
export interface Parameter {
  readonly number: number | null
  readonly name: string | null
  readonly value: string
}

export function parameter(number: number | null, name: string | null, value: string | number): Parameter {
  return { number, name, value: String(value) }
}

export function writeParameters(parameters: readonly Parameter[], named: boolean): XmlElement[] {
  return parameters.flatMap(({ number, name, value }) => {
    if (named) return name === null ? [] : [element(name, {}, value)]
    return number === null ? [] : [element(`P${number}`, name === null ? {} : { para: name }, value)]
  })
}

/** Models whose firmware calls parameters by their names. */
export function isNamed(model: { readonly name: string }): boolean {
  return model.name.endsWith('U')
}
