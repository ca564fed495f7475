/** Commands at a time: Kamailio answers them with the workers that serve telephones over TCP. */
const width = 8

/** Runs a job for each item, a few at a time; the results keep the order. */
export async function inTurns<Item, Result>(items: Item[], job: (item: Item) => Promise<Result>): Promise<Result[]> {
  const results: Result[] = []
  for (let at = 0; at < items.length; at += width)
    results.push(...(await Promise.all(items.slice(at, at + width).map(job))))
  return results
}
