import { SipDataView } from '../extension/sip-data-view.tsx'
import { OwnLine } from './own-line.tsx'

/** Paramètres → Données SIP of an own line. */
export function OwnSip() {
  return (
    <OwnLine>
      {(line) => <SipDataView key={line.extension.id} extensionId={line.extension.id} mayRenew={false} />}
    </OwnLine>
  )
}
