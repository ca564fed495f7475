import { LinePhones } from '../device/line-phones.tsx'
import { ExtensionLine } from './extension-line.tsx'

/** Poste x → Paramètres → Téléphones. */
export function ExtensionPhones() {
  return <ExtensionLine>{(lineId) => <LinePhones key={lineId} lineId={lineId} />}</ExtensionLine>
}
