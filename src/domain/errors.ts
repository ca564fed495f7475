/**
 * The catalogue of everything that can be refused: a stable code and the HTTP status it becomes.
 * The sentence for a code lives in i18n (`error.<code>`), in four languages; docs/errors.md lists them.
 */
export const errorStatus = {
  'request.invalid': 400,
  'request.tooLarge': 413,
  'request.unsupported': 415,
  'field.required': 400,
  'field.tooLong': 400,
  'field.tooShort': 400,
  'field.controlCharacter': 400,
  'field.invalid': 400,
  'field.unknown': 400,
  'mac.invalid': 400,
  'mac.group': 400,
  'mac.inUse': 409,
  'number.invalid': 400,
  'number.inUse': 409,
  'number.emergency': 409,
  'publicNumber.invalid': 400,
  'publicNumber.foreign': 400,
  'dialNumber.invalid': 400,
  'shortNumber.invalid': 400,
  'shortNumber.inUse': 409,
  'shortNumber.internal': 409,
  'shortNumber.emergency': 409,
  'phonebook.full': 409,
  'phonebook.fileTooLarge': 400,
  'phonebook.fileUnreadable': 400,
  'phonebook.headingsMissing': 400,
  'phonebook.tooManyRows': 400,
  'phonebook.rowTwice': 409,
  'devicePassword.invalid': 400,
  'devicePassword.unsupported': 400,
  'deviceUserName.unsupported': 400,
  'email.invalid': 400,
  'host.invalid': 400,
  'network.invalid': 400,
  'login.invalid': 400,
  'login.inUse': 409,
  'password.tooWeak': 400,
  'password.wrong': 400,
  'password.unchanged': 400,
  'model.unknown': 400,
  'model.switchedOff': 400,
  'model.unfit': 400,
  'extraLines.malformed': 400,
  'extraLines.unknownName': 400,
  'extraLines.unsupported': 400,
  'macProvisioning.doneByHand': 400,
  'macProvisioning.unavailable': 400,
  'macProvisioning.needsMac': 400,
  'baseStation.unfit': 400,
  'baseStation.full': 409,
  'baseStation.noPlace': 400,
  'baseStation.placeTaken': 409,
  'baseStation.inUse': 409,
  'dectIdentity.invalid': 400,
  'dectIdentity.unsupported': 400,
  'dectIdentity.inUse': 409,
  'lineSlot.noSlot': 400,
  'lineSlot.twice': 400,
  'lineSlot.home': 400,
  'lineSlot.lineInUse': 400,
  'lineSlot.unknownLine': 400,
  'lineSlot.foreign': 400,
  'lineSlot.noFax': 400,
  'lineSlot.hasKeys': 409,
  'functionKey.noSlot': 400,
  'functionKey.noModule': 400,
  'functionKey.unsupported': 400,
  'functionKey.value': 400,
  'functionKey.noLabel': 400,
  'functionKey.noLine': 400,
  'functionKey.twice': 400,
  'keyModule.unsupported': 400,
  'keyModule.unfit': 400,
  'keyModule.tooMany': 400,
  'webPhone.off': 403,
  'session.required': 401,
  'session.wrongCredentials': 401,
  'session.tooManyAttempts': 429,
  'session.passwordRenewalRequired': 403,
  'session.csrf': 403,
  notFound: 404,
  conflict: 409,
  'vpbx.nameInUse': 409,
  'vpbx.notEmpty': 409,
  'vpbx.emergencyNumberInUse': 409,
  'rights.providerOnly': 403,
  'rights.blockedByProvider': 403,
  'team.unknownExtension': 400,
  'trunk.nameInUse': 409,
  'trunk.networksOverlap': 409,
  'trunk.networkTooWide': 400,
  'extension.hasDevices': 409,
  'line.lastInternal': 409,
  'line.hasDevices': 409,
  'user.lastAdministrator': 409,
  'user.self': 409,
  'tariff.nameInUse': 409,
  'tariff.inUse': 409,
  'tariff.currencyInUse': 409,
  'rates.fileTooLarge': 400,
  'rates.fileUnreadable': 400,
  'rates.headingsMissing': 400,
  'rates.tooManyRows': 400,
  'rates.prefixInvalid': 400,
  'rates.classUnknown': 400,
  'rates.amountInvalid': 400,
  'rates.amountNegative': 400,
  'rates.incrementInvalid': 400,
  'rates.dateInvalid': 400,
  'rates.endsBeforeBegin': 400,
  'rates.overlap': 400,
  'rates.rowTwice': 400,
  'chargeLimit.byProvider': 403,
  'mailServer.missing': 409,
  'device.noRestart': 409,
  'device.noResync': 409,
  'device.notRegistered': 409,
  'device.unknownContact': 409,
  'device.isHandset': 409,
  'device.noPin': 409,
  'device.noLink': 409,
  'ipPhone.off': 409,
  'ipPhone.noApp': 409,
  'ipPhone.codeGone': 409,
  'ipPhone.noAddress': 409,
  'ipPhone.mailFailed': 503,
  'shopLink.invalid': 400,
  'switch.unavailable': 503,
  'switch.missing': 503,
  'switch.moduleMissing': 503,
  'switch.mediaMissing': 503,
  'switch.portInUse': 503,
  'switch.portForbidden': 503,
  'switch.addressUnavailable': 503,
  'switch.alreadyManaged': 503,
  'switch.userMissing': 503,
  'switch.directoryUnreachable': 503,
  'switch.certificateUnreadable': 503,
  'switch.failed': 503,
  busy: 503,
  internal: 500,
} as const

export type ErrorCode = keyof typeof errorStatus

/** What a field of a request did wrong: dotted path of the field → code. */
export type FieldErrors = Record<string, ErrorCode>

/** The only error that services throw on purpose. `params` fill the placeholders of the sentence; never a secret. */
export class AppError extends Error {
  readonly code: ErrorCode
  readonly fields: FieldErrors
  readonly params: Record<string, string | number>

  constructor(code: ErrorCode, detail: { fields?: FieldErrors; params?: Record<string, string | number> } = {}) {
    super(code)
    this.name = 'AppError'
    this.code = code
    this.fields = detail.fields ?? {}
    this.params = detail.params ?? {}
  }

  get status(): number {
    return errorStatus[this.code]
  }
}

/** A refusal that belongs to one field of the form. */
export function fieldError(field: string, code: ErrorCode, params: Record<string, string | number> = {}): AppError {
  return new AppError(code, { fields: { [field]: code }, params })
}

/** Refusals of several fields at once. */
export function fieldErrors(fields: FieldErrors): AppError {
  const [code, ...others] = [...new Set(Object.values(fields))]
  return new AppError(code && others.length === 0 ? code : 'request.invalid', { fields })
}

export function isErrorCode(value: string): value is ErrorCode {
  return Object.hasOwn(errorStatus, value)
}
