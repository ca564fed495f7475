/** The list with one of its things moved a place up (-1) or down (1); as it is where there is no such place. */
export function moved<Thing>(list: readonly Thing[], index: number, by: -1 | 1): Thing[] {
  const [one, other] = [list[index], list[index + by]]
  if (one === undefined || other === undefined) return [...list]
  return list.map((thing, at) => (at === index ? other : at === index + by ? one : thing))
}
