import type { MailService } from '#services/mail.ts'
import type { HandlersOf } from '../shared/api.ts'

export function mailServerRoutes({ mail }: { mail: MailService }): HandlersOf<'mailServer'> {
  return {
    'mailServer.get': ({ actor }) => mail.get(actor),
    'mailServer.change': ({ actor, body }) => mail.change(actor, body),
    'mailServer.test': ({ actor, body }) => mail.test(actor, body),
  }
}
