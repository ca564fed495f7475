import { useExtension } from './extension-page.tsx'
import { SipDataView } from './sip-data-view.tsx'

/** Poste x → Paramètres → Données SIP. */
export function ExtensionSip() {
  const { id } = useExtension()
  return <SipDataView key={id} extensionId={id} mayRenew />
}
