import { Table } from '@mantine/core'
import type { ReactNode } from 'react'

interface ScrollTableProps {
  label: string
  head: ReactNode[]
  children: ReactNode
  /** Below this width the table scrolls in itself, never the page. */
  minWidth?: number
}

/** A table that scrolls sideways in its own frame on a narrow screen. */
export function ScrollTable({ label, head, children, minWidth = 600 }: ScrollTableProps) {
  return (
    <Table.ScrollContainer minWidth={minWidth} type="native" tabIndex={0} aria-label={label} role="region">
      <Table aria-label={label}>
        <Table.Thead>
          <Table.Tr>
            {head.map((cell, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: the columns of a table never move
              <Table.Th key={index} scope="col">
                {cell}
              </Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>{children}</Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  )
}
