import { useParam } from '../../use-param.ts'
import { vpbxCharges } from './charge-source.ts'
import { ChargeView } from './charge-view.tsx'

/** vPBX → TopStop. */
export function VpbxCharges() {
  const vpbxId = useParam('vpbxId')
  return <ChargeView key={vpbxId} source={vpbxCharges(vpbxId)} />
}
