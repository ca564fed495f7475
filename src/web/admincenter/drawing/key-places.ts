/** Programmable keys as the API tells of them: counted over all pages, so many seen at once, and where they sit. */
export interface DrawnKeys {
  count: number
  perPage: number
  layout: 'bothSides' | 'left' | 'right' | 'below' | 'touch' | 'columns'
}

export interface Box {
  x: number
  y: number
  width: number
  height: number
}

/** One key of a page, by its number over all pages, in the drawing's own units. */
export interface KeyPlace extends Box {
  slot: number
}

/** The keys of a page (from 1), each in its place around or on the screen; `beside` is where the keys stand that sit next to the keypad. */
export function keyPlaces({ count, perPage, layout }: DrawnKeys, page: number, screen: Box, beside: Box): KeyPlace[] {
  const first = (page - 1) * perPage
  const onPage = Math.min(perPage, count - first)
  const boxes = boxesOf(layout, onPage, screen, beside)
  return boxes.map((box, index) => ({ slot: first + index + 1, ...box }))
}

export function pageCount({ count, perPage }: DrawnKeys): number {
  return Math.ceil(count / perPage)
}

const gap = 2
const keyWidth = 44

function boxesOf(layout: DrawnKeys['layout'], amount: number, screen: Box, beside: Box): Box[] {
  const left = { ...screen, x: screen.x - keyWidth - gap, width: keyWidth }
  const right = { ...screen, x: screen.x + screen.width + gap, width: keyWidth }
  switch (layout) {
    case 'left':
      return column(left, amount)
    case 'right':
      return column(right, amount)
    case 'bothSides': {
      const inLeft = Math.ceil(amount / 2)
      return [...column(left, inLeft, inLeft), ...column(right, amount - inLeft, inLeft)]
    }
    case 'below':
      return grid({ ...screen, y: screen.y + screen.height + gap, height: 14 }, amount, amount)
    case 'touch':
      return grid(screen, amount, amount > 12 ? 5 : 3)
    case 'columns':
      return columns(beside, amount, amount > 24 ? 4 : amount > 6 ? 2 : 1)
  }
}

/** Top down, each as high as if there were `rows` of them. */
function column({ x, y, width, height }: Box, amount: number, rows = amount): Box[] {
  const step = height / Math.max(rows, 1)
  return Array.from({ length: amount }, (_, row) => ({
    x,
    y: y + row * step + gap / 2,
    width,
    height: Math.min(step - gap, 18),
  }))
}

/** From left to right, then the next row. */
function grid({ x, y, width, height }: Box, amount: number, across: number): Box[] {
  const [stepX, stepY] = [width / across, height / Math.ceil(amount / across)]
  return Array.from({ length: amount }, (_, index) => ({
    x: x + (index % across) * stepX + gap / 2,
    y: y + Math.floor(index / across) * stepY + gap / 2,
    width: stepX - gap,
    height: stepY - gap,
  }))
}

/** Top down, then the next column. */
function columns({ x, y, width, height }: Box, amount: number, across: number): Box[] {
  const rows = Math.ceil(amount / across)
  const step = width / across
  return Array.from({ length: across }, (_, index) =>
    column({ x: x + index * step, y, width: step - gap, height }, Math.min(rows, amount - index * rows), rows),
  ).flat()
}
