import type { Db } from '#db/open.ts'
import type { Language } from '#domain/language.ts'
import { enqueueJob } from './jobs.ts'

/** Mails that Raccord writes by itself; words in i18n under `mail.<template>`. */
export type MailTemplate = 'chargeThreshold' | 'chargeMonth' | 'chargeDay'

export interface QueuedMail {
  to: string
  vpbxId: string | null
  language: Language
  template: MailTemplate
  params: Record<string, string | number>
}

/** A mail that goes out as soon as the mail server takes it, in the transaction of what it tells of. */
export async function enqueueMail(trx: Db, now: number, { vpbxId, ...payload }: QueuedMail): Promise<void> {
  await enqueueJob(trx, now, { kind: 'mail', vpbxId, payload })
}
