import { useSearchParams } from 'react-router'
import { LinePhones } from '../device/line-phones.tsx'
import { LinePicker } from '../device/line-picker.tsx'
import { useExtension } from './extension-page.tsx'

/** Poste x → Paramètres → Téléphones: the devices of the line that is chosen, the first one to begin with. */
export function ExtensionPhones() {
  const { lines } = useExtension()
  const [search, setSearch] = useSearchParams()
  const line = lines.find(({ id }) => id === search.get('line')) ?? lines[0]
  if (!line) return null
  return (
    <>
      {lines.length > 1 && (
        <LinePicker
          lines={lines.map(({ id, number }) => ({ id, label: number }))}
          value={line.id}
          onChange={(id) => setSearch({ line: id })}
        />
      )}
      <LinePhones key={line.id} lineId={line.id} />
    </>
  )
}
