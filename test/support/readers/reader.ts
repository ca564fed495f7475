import type { Model } from '#catalog/index.ts'

/** One line as the device would use it. */
export interface ReadLine {
  number: string
  authName: string
  password: string
  displayName: string
  /** Host, or `host:port` where the maker writes them together. */
  server: string
}

/** One key as the device would use it: everything that it acts on as one text, and the label. */
export interface ReadKey {
  action: string
  label: string | null
}

/** What a device understands of the files that it is given. */
export interface Reading {
  /** Every parameter of every file, in order; attributes that carry values are parameters too. */
  parameters: readonly (readonly [name: string, value: string])[]
  /** A line slot, or the place of a handset, from 1; null when it is off. */
  line(slot: number): ReadLine | null
  /** A key from 1, of the device itself (module 0) or of a module from 1; null when the file does not mention it, and so leaves it to the phone. */
  key(module: number, slot: number): ReadKey | null
  /** Passwords of the device's own web page or menu; null when the file sets none. */
  adminPassword: string | null
  userPassword: string | null
  /** Where it will fetch its configuration from: what the device would ask next time, put together as the maker does. */
  provisioningUrl: string
  /** Of a base that belongs to a multicell system: the name by which its bases know each other, and the MACs that it lets in as a manager. */
  multicell?: { chain: string | null; admits: readonly string[] } | null
}

/**
 * How a maker's devices read their files, written from his documents. It shares no code with the catalog, and throws on what a device would refuse.
 * `bodies` are the files in the order in which the maker's definition names them.
 */
export interface Reader {
  read(bodies: readonly string[], model: Model): Reading
  /** What becomes of text that a person typed: `ascii` where the format takes no more. */
  text: 'utf8' | 'ascii'
  /** Of which models the file takes no more than ASCII although others of the maker do. */
  asciiFor?: (model: Model) => boolean
  /** Characters that the format has no way to write, and that are therefore left out of a value; global. */
  drops?: RegExp
}
