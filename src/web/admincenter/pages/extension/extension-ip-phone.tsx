import { LineIpPhone } from '../ip-phone/line-ip-phone.tsx'
import { ExtensionLine } from './extension-line.tsx'

/** Poste x → Paramètres → the apps. */
export function ExtensionIpPhone() {
  return <ExtensionLine>{(lineId) => <LineIpPhone key={lineId} lineId={lineId} />}</ExtensionLine>
}
