import { LineIpPhone } from '../ip-phone/line-ip-phone.tsx'
import { OwnLine } from './own-line.tsx'

/** Paramètres → the apps of the own lines. */
export function OwnIpPhone() {
  return <OwnLine>{(line) => <LineIpPhone key={line.id} lineId={line.id} />}</OwnLine>
}
