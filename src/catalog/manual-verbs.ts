import { labelParams, type MenuLabel } from '#domain/menu-label.ts'

/**
 * What a person does to bring a device to its configuration, and the values that each sentence names. The sentences are
 * translated once, under `manualSteps.<verb>`; menu labels are the maker's, as his device shows them, in the languages in which it is known to show them.
 */
export const manualVerbs = {
  factoryReset: ['menu'],
  connect: [],
  findAddress: ['menu'],
  openWebPage: [],
  signInAs: ['user', 'password'],
  signInWithoutPassword: [],
  allowUnknownCertificate: ['menu', 'option'],
  loadAuthority: ['menu'],
  openMenu: ['menu'],
  chooseOption: ['field', 'option'],
  pasteLink: ['field', 'link'],
  save: ['button'],
  startDownload: ['button'],
  restart: ['menu'],
  openPairing: ['menu'],
  pairHandset: ['menu'],
  installApp: ['app'],
  openApp: ['app'],
  scanCode: [],
  putFile: ['file', 'folder'],
  typeData: [],
  waitForRegistration: [],
} as const satisfies Record<string, readonly string[]>

export type ManualVerb = keyof typeof manualVerbs

export interface ManualStep {
  readonly verb: ManualVerb
  readonly params: Readonly<Record<string, MenuLabel>>
}

/** What a maker's devices show instead of an English label, by that label. */
export type MenuWords = Readonly<Record<string, Partial<Readonly<Record<'fr' | 'de' | 'it', string>>>>>

/**
 * The steps with their labels in the languages of the device. A path (`A → B`), a choice (`A: B`) and a remark in brackets
 * are looked up part by part, unless `words` has the whole; a language in which a part is unknown is left out, since no
 * device shows half of a path in it. A word that is the same in both languages stands in `words` too.
 */
export function withLabels(words: MenuWords, steps: readonly ManualStep[]): readonly ManualStep[] {
  return steps.map(({ verb, params }) => ({
    verb,
    params: Object.fromEntries(
      Object.entries(params).map(([name, value]) => [
        name,
        labelParams.includes(name) && typeof value === 'string' ? labelOf(words, value) : value,
      ]),
    ),
  }))
}

function labelOf(words: MenuWords, en: string): MenuLabel {
  const known = (['fr', 'de', 'it'] as const).flatMap((language) => {
    const text = words[en]?.[language] ?? partByPart(en, (part) => words[part]?.[language])
    return text === undefined || text === en ? [] : [[language, text] as const]
  })
  return known.length === 0 ? en : { en, ...Object.fromEntries(known) }
}

function partByPart(text: string, translate: (part: string) => string | undefined): string | undefined {
  const parts = text.split(/( → |: | \([^)]*\))/).filter((part) => part !== '')
  const texts = parts.map((part) => (/^( → |: | \()/.test(part) ? part : translate(part)))
  return texts.includes(undefined) ? undefined : texts.join('')
}
