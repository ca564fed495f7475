import { LinePhones } from './line-phones.tsx'
import { OwnLine } from './own-line.tsx'

/** Paramètres → Téléphones over the own lines. */
export function OwnPhones() {
  return <OwnLine>{(line) => <LinePhones key={line.id} lineId={line.id} />}</OwnLine>
}
