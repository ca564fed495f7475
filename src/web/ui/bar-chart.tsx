import { Skeleton } from '@mantine/core'
import { lazy, Suspense } from 'react'
import { type BarChartProps, chartHeight } from './bar-chart-props.ts'

// The library of charts is large: it comes when a page shows one.
const Drawing = lazy(() =>
  import('./bar-chart-drawing.tsx').then(({ BarChartDrawing }) => ({ default: BarChartDrawing })),
)

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
