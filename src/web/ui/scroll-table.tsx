import { Table } from '@mantine/core'
import type { ReactNode } from 'react'

interface ScrollTableProps {
  label: string
  head: ReactNode[]
  children: ReactNode
  /** Below this width the table scrolls in itself, never the page. */
  minWidth?: number
  /** Columns that a telephone's screen leaves out, from 0: what they hold stands in another cell there. */
  wideOnly?: readonly number[]
}

/** A table that scrolls sideways in its own frame on a narrow screen. */
export function ScrollTable({ label, head, children, minWidth = 600, wideOnly = [] }: ScrollTableProps) {
  return (
    <Table.ScrollContainer minWidth={minWidth} type="native" tabIndex={0} aria-label={label} role="region">
      <Table aria-label={label}>
        <Table.Thead>
          <Table.Tr>
            {head.map((cell, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: the columns of a table never move
              <Table.Th key={index} scope="col" {...(wideOnly.includes(index) && { visibleFrom: 'sm' })}>
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
