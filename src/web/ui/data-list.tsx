import type { ReactNode } from 'react'
import classes from './data-list.module.css'

export interface Datum {
  label: string
  value: ReactNode
  /** A button beside the value. */
  action?: ReactNode
}

/** Names and values, one under the other; side by side where there is room. */
export function DataList({ rows }: { rows: Datum[] }) {
  return (
    <dl className={classes.list}>
      {rows.map(({ label, value, action }) => (
        <div key={label} className={classes.row}>
          <dt>{label}</dt>
          <dd>
            <span className={classes.value}>{value}</span>
            {action}
          </dd>
        </div>
      ))}
    </dl>
  )
}
