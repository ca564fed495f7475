import type { ReactNode } from 'react'
import { useSearchParams } from 'react-router'
import { LinePicker } from '../device/line-picker.tsx'
import { useExtension } from './extension-page.tsx'

/** The line of the extension that is chosen, the first one to begin with. */
export function ExtensionLine({ children }: { children: (lineId: string) => ReactNode }) {
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
      {children(line.id)}
    </>
  )
}
