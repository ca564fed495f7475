import { models as catalog, findModule, type Model } from '#catalog/index.ts'

/** `raccord models [--json]`: the catalog. Exit code 0, or 2 for an argument that it does not know. */
export async function models(args: string[], out: NodeJS.WritableStream): Promise<number> {
  const unknown = args.find((arg) => arg !== '--json')
  if (unknown !== undefined) {
    out.write(`Unknown argument ${JSON.stringify(unknown)}. Usage: raccord models [--json]\n`)
    return 2
  }
  out.write(args.includes('--json') ? `${JSON.stringify(catalog.map(describe), null, 2)}\n` : table(catalog))
  return 0
}

function describe(model: Model) {
  const { id, vendorName, name, kind, lineSlots, keys, modules, vendor, ...facts } = model
  return {
    id,
    vendor,
    maker: vendorName,
    name,
    kind,
    lines: lineSlots,
    keys,
    modules: modules && {
      max: modules.max,
      models: modules.models.flatMap((moduleId) => {
        const module = findModule(moduleId)
        return module ? [{ id: module.id, name: module.name, keys: module.keys, keyLabels: module.keyLabels }] : []
      }),
    },
    ...facts,
  }
}

function table(rows: readonly Model[]): string {
  const cells = [
    ['id', 'maker', 'name', 'kind', 'lines', 'keys', 'modules'],
    ...rows.map(({ id, vendorName, name, kind, lineSlots, keys, modules }) => [
      id,
      vendorName,
      name,
      kind,
      String(lineSlots),
      keys ? String(keys.count) : '-',
      modules ? `${modules.max} x ${modules.models.map((module) => findModule(module)?.name).join(' or ')}` : '-',
    ]),
  ]
  const widths = (cells[0] ?? []).map((_, column) => Math.max(...cells.map((row) => row[column]?.length ?? 0)))
  return cells
    .map(
      (row) =>
        `${row
          .map((cell, column) => cell.padEnd(widths[column] ?? 0))
          .join('  ')
          .trimEnd()}\n`,
    )
    .join('')
}
