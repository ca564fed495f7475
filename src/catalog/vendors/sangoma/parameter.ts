import { element, type XmlElement } from '../../toolkit/xml.ts'

/** A parameter is known by its number; the name beside it is for people. */
export interface Parameter {
  readonly number: number
  readonly name: string
  readonly value: string
}

export function parameter(number: number, name: string, value: string | number): Parameter {
  return { number, name, value: String(value) }
}

export function writeParameters(parameters: readonly Parameter[]): XmlElement[] {
  return parameters.map(({ number, name, value }) => element(`P${number}`, { para: name }, value))
}
