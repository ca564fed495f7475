/** Where a telephone's keys are: beside its display (`Sidekey`), and on the display or the second one (`Dsskey`), each in pages of so many keys. */
export interface KeyPlan {
  readonly side: { readonly perPage: number; readonly pages: number }
  readonly inner: { readonly perPage: number; readonly pages: number }
}

function plan(side: number, sidePages: number, inner = 0, innerPages = 0): KeyPlan {
  return { side: { perPage: side, pages: sidePages }, inner: { perPage: inner, pages: innerPages } }
}

const plans = {
  side2: plan(2, 1),
  side3: plan(3, 1),
  inner30: plan(0, 0, 6, 5),
  inner40: plan(0, 0, 8, 5),
  inner60: plan(0, 0, 12, 5),
  inner12: plan(0, 0, 12, 1),
  x4u: plan(3, 1, 6, 5),
  x5u: plan(4, 1, 6, 5),
  x6u: plan(5, 1, 12, 5),
  x210: plan(10, 1, 32, 3),
  v61: plan(4, 3),
  v62: plan(5, 3),
  v63: plan(7, 3),
  v65: plan(9, 3),
  v67: plan(0, 0, 29, 4),
} as const

const planOfModel: Readonly<Record<string, keyof typeof plans>> = {
  X1S: 'side2',
  X1SP: 'side2',
  X1SG: 'side2',
  X3SG: 'side2',
  'X3SG Lite': 'side2',
  'X3SG Pro': 'side2',
  X3SW: 'side2',
  X3U: 'side3',
  'X3U Pro': 'side3',
  X303: 'side3',
  X303P: 'side3',
  X303G: 'side3',
  X303W: 'side3',
  X4: 'inner30',
  X4G: 'inner30',
  X4SG: 'inner30',
  X4U: 'x4u',
  X5S: 'inner40',
  X5U: 'x5u',
  X6: 'inner60',
  X6U: 'x6u',
  X7C: 'inner12',
  X210: 'x210',
  X210i: 'x210',
  V61G: 'v61',
  V61W: 'v61',
  V62: 'v62',
  V62G: 'v63',
  V62W: 'v63',
  'V62 Pro': 'v63',
  V63: 'v63',
  V64: 'v63',
  V65: 'v65',
  V66: 'v67',
  'V66 Pro': 'v67',
  V67: 'v67',
}

/** Null for a model without programmable keys. */
export function keyPlanOf(model: string): KeyPlan | null {
  const name = planOfModel[model]
  return name ? plans[name] : null
}

export function keyCount({ side, inner }: KeyPlan): number {
  return side.perPage * side.pages + inner.perPage * inner.pages
}

/** Keys that are drawn together: at least those of the first pages beside and on the display, in pages of equal size. */
export function drawnAtOnce(plan: KeyPlan): number {
  const count = keyCount(plan)
  let size = plan.side.perPage + plan.inner.perPage
  while (count % size !== 0) size += 1
  return size
}
