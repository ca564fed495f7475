/**
 * What a person does to bring a device to its configuration, and the values that each sentence names. The sentences are
 * translated once, under `manualSteps.<verb>`; menu labels are the maker's, as his device shows them, and stay in his words.
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
  waitForRegistration: [],
} as const satisfies Record<string, readonly string[]>

export type ManualVerb = keyof typeof manualVerbs

export interface ManualStep {
  readonly verb: ManualVerb
  readonly params: Readonly<Record<string, string>>
}
