import { Skeleton } from '@mantine/core'
import { lazy, Suspense } from 'react'

export interface Bars {
  /** Field of the data. */
  name: string
  label: string
  color: string
}

export interface BarChartProps {
  /** What the picture says, in a sentence: it is read aloud in its place. */
  label: string
  data: Record<string, string | number>[]
  /** Field that names the columns. */
  dataKey: string
  series: Bars[]
  format?: (value: number) => string
  /** Of the axis at the left, pixels: amounts are wider than counts. */
  axisWidth?: number
}

// The library of charts is large: it comes when a page shows one.
const Drawing = lazy(() =>
  import('./bar-chart-drawing.tsx').then(({ BarChartDrawing }) => ({ default: BarChartDrawing })),
)

export const chartHeight = 220

/** Columns, one on top of the other where there are several series. */
export function BarChart(props: BarChartProps) {
  return (
    <div role="img" aria-label={props.label} style={{ minHeight: chartHeight, minWidth: 0 }}>
      <Suspense fallback={<Skeleton height={chartHeight} />}>
        <Drawing {...props} />
      </Suspense>
    </div>
  )
}
