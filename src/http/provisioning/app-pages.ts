import { hash } from 'node:crypto'
import type { Language } from '#domain/language.ts'
import { translate } from '#i18n/i18n.ts'
import type { Opened } from '#services/provisioning.ts'

/** A page for whoever opens a code's link in a browser: no script, nothing from elsewhere, nothing that is secret beyond the address itself. */
export interface AppPage {
  headers: Record<string, string>
  body: string
}

/** What to do with a code that is good. Whoever reads it uses nothing up. */
export function landingPage(language: Language, opened: Extract<Opened, { kind: 'page' }>): AppPage {
  const { appName, maker, opens, shops } = opened
  const say = (key: string) => escaped(translate(language, `appPage.${key}`, { app: appName, maker }))
  const shopItems = shops.map(({ shop, url }) => `<li>${anchor(url, say(`shop.${shop}`))}</li>`).join('')
  const steps = [
    shops.length > 0 ? `${say('install')}<ul>${shopItems}</ul>` : say('install'),
    ...(opens === null ? [] : [`${say('tap')}<p>${anchor(opens, say('button'), 'button')}</p>`]),
    say('scan'),
  ]
  const list = steps.map((step) => `<li>${step}</li>`).join('')
  return page(language, escaped(appName), `<p>${say('intro')}</p><ol>${list}</ol><p>${say('kept')}</p>`)
}

/** For every other link of this form, whether there was ever a code behind it or not: the same bytes, so that they tell nothing. */
export function gonePage(language: Language): AppPage {
  const say = (key: string) => escaped(translate(language, `appPage.${key}`))
  return page(language, say('goneTitle'), `<p>${say('gone')}</p><p>${say('goneHint')}</p>`)
}

function anchor(href: string, words: string, style = ''): string {
  return `<a href="${escaped(href)}"${style && ` class="${style}"`}>${words}</a>`
}

const style = [
  ':root{color-scheme:light dark;font:1.0625rem/1.5 system-ui,sans-serif}',
  'body{margin:0 auto;max-width:34rem;padding:1.5rem}',
  'h1{font-size:1.5rem}',
  'li{margin:.75rem 0}',
  'a{color:#0b6b78}',
  '.button{background:#0b6b78;border-radius:.4rem;color:#fff;display:inline-block;padding:.7rem 1.2rem;text-decoration:none}',
  '@media(prefers-color-scheme:dark){a{color:#7fd4df}.button{background:#7fd4df;color:#06282d}}',
].join('')

/** `title` and `content` are HTML. */
function page(language: Language, title: string, content: string): AppPage {
  const body =
    `<!doctype html><html lang="${language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">` +
    `<meta name="robots" content="noindex"><title>${title}</title><style>${style}</style></head><body><main><h1>${title}</h1>${content}</main></body></html>\n`
  return {
    body,
    headers: {
      'content-type': 'text/html; charset=utf-8',
      'content-language': language,
      'content-length': String(Buffer.byteLength(body)),
      'content-security-policy': policy,
      // The address is the code: no shop is told it.
      'referrer-policy': 'no-referrer',
      'cache-control': 'no-store',
      vary: 'Accept, Accept-Language, User-Agent, X-Linphone-Provisioning',
      'x-content-type-options': 'nosniff',
      'x-robots-tag': 'noindex, nofollow',
    },
  }
}

const policy = [
  "default-src 'none'",
  `style-src 'sha256-${hash('sha256', style, 'base64')}'`,
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ')

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (character) => entities[character] ?? '')
}
