import '@mantine/charts/styles.css'
import { BarChart as Chart } from '@mantine/charts'
import { type BarChartProps, chartHeight } from './bar-chart-props.ts'

/** Loaded on its own, with the library that draws. */
export function BarChartDrawing({ data, dataKey, series, format = String, axisWidth = 40 }: BarChartProps) {
  return (
    <Chart
      h={chartHeight}
      data={data}
      dataKey={dataKey}
      series={series}
      type="stacked"
      withLegend={series.length > 1}
      valueFormatter={format}
      tickLine="y"
      yAxisProps={{ width: axisWidth, allowDecimals: false }}
      // The picture has a sentence of its own: it is no stop of the keyboard.
      barChartProps={{ accessibilityLayer: false }}
      barProps={{ isAnimationActive: false }}
    />
  )
}
