import type { NamedModel, RenderContext } from '../../define.ts'
import { appFacts } from '../../toolkit/app.ts'
import { ascii, urlHost } from '../../toolkit/text.ts'
import { element, writeXml } from '../../toolkit/xml.ts'

/** The app for smartphones. It reads its account out of a QR code, the password included; an address it does not take. */
export const waveModels: readonly NamedModel[] = [
  {
    ...appFacts({
      // The code has no element for it, and UDP is what the app begins with.
      transport: 'udp',
      srtp: false,
      app: {
        delivery: 'code',
        scheme: null,
        systems: ['android', 'ios'],
        can: ['scansCode'],
        cannot: ['secretInCode', 'noRefetch', 'noTransport', 'latinName', 'noPush'],
        steps: [
          { verb: 'installApp', params: { app: 'Grandstream Wave' } },
          { verb: 'openApp', params: { app: 'Grandstream Wave' } },
          { verb: 'openMenu', params: { menu: 'Settings → Account settings → + → UCM Account (Scan QR code)' } },
          { verb: 'scanCode', params: {} },
          { verb: 'waitForRegistration', params: {} },
        ],
      },
      sources: ['elements of the QR code: published field notes and generators for the app; not confirmed on a device'],
    }),
    name: 'Wave',
  },
]

/** The text of the QR code. */
export function renderWave({ spec, lines, sipPort }: RenderContext): string {
  const [line] = lines
  if (!line) return writeXml(element('AccountConfig', { version: '1' }, []))
  const name = ascii(line.displayName) || line.number
  const values: Record<string, string> = {
    RegisterServer: `${urlHost(spec.host)}:${sipPort}`,
    OutboundServer: '',
    SecOutboundServer: '',
    UserID: line.number,
    AuthID: line.authName,
    AuthPass: line.password,
    AccountName: name,
    DisplayName: name,
    Dialplan: '{x+|\\+x+|*x+|*xx*x+}',
    RandomPort: '0',
    Voicemail: spec.voicemail,
  }
  const elements = Object.entries(values).map(([tag, value]) => element(tag, {}, value))
  // On one line: each character makes the code harder to read. No value holds an angle bracket of its own.
  return writeXml(element('AccountConfig', { version: '1' }, [element('Account', {}, elements)])).replace(
    />\s+</g,
    '><',
  )
}
