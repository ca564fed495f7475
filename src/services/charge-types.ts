import type { RateTerms } from '#domain/rating.ts'
import type { TariffClass } from '#domain/tariff-class.ts'

/** A line wants to call a public number at its own cost. */
export interface AdmissionRequest {
  vpbxId: string
  /** Account and line that pay. */
  accountId: string
  lineId: string
  /** E.164 with plus. */
  number: string
  /** Becomes the id of the call. */
  callId: string
  /** Now, ms. */
  at: number
}

export type Admission =
  | {
      ok: true
      /** Seconds after the answer at which the switch ends it by itself; null: no end (nothing limits it, or it costs nothing). */
      longest: number | null
      destinationClass: TariffClass
    }
  | { ok: false; refusal: 'noRate' | 'limitReached' }

/** What the decision about a call to the public network asks of the charges. */
export interface ChargeGate {
  /**
   * Reserves the connection fee and the first increment until the call ends. Parallel admissions are decided one after the other, so that they never
   * share what is left.
   */
  admit(request: AdmissionRequest): Promise<Admission>
  /** Gives back what was reserved for a call that was admitted and is refused after all (no trunk …). Nothing happens when there is none. */
  release(callId: string): Promise<void>
  /** The rate of an E.164 number (with plus) in the vPBX's tariff, now; null: there is none, the call is refused. For barring by class. */
  rateOf(vpbxId: string, number: string): Promise<(RateTerms & { class: TariffClass }) | null>
}
