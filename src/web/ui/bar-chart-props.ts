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

/** Pixels. */
export const chartHeight = 220
