import type { Language } from '#domain/language.ts'
import { translate } from '#i18n/i18n.ts'
import type { IpPhoneService, MailValues } from '#services/ip-phone.ts'
import type { HandlersOf } from '../shared/api.ts'

export function ipPhoneRoutes({ ipPhone }: { ipPhone: IpPhoneService }): HandlersOf<'ipPhone'> {
  return {
    'ipPhone.get': ({ actor, params }) => ipPhone.get(actor, params.lineId),
    'ipPhone.create': ({ actor, params, body }) => ipPhone.create(actor, params.lineId, body.model),
    'ipPhone.renew': ({ actor, params }) => ipPhone.renew(actor, params.deviceId),
    'ipPhone.mail': async ({ actor, params, body }) => {
      await ipPhone.mail(actor, params.deviceId, body, mailText)
      return { ok: true }
    },
  }
}

/** Plain text; the links stand on lines of their own so that every mail program makes them links. */
function mailText(language: Language, { appName, maker, number, link, opens, minutes, shops }: MailValues) {
  const say = (key: string) => translate(language, key, { app: appName, maker, number, count: minutes })
  const paragraphs = [
    say('appMail.intro'),
    ...(shops.length > 0 ? [[say('appMail.install'), ...shops].join('\n')] : []),
    [say('appMail.open'), opens ?? link].join('\n'),
    ...(opens ? [[say('appMail.otherwise'), link].join('\n')] : []),
    say('appMail.ends'),
    say('appMail.unasked'),
  ]
  return { subject: say('appMail.subject'), text: `${paragraphs.join('\n\n')}\n` }
}
