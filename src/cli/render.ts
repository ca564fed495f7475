import { readFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { checkSpec, type SpecProblem } from '#catalog/check-spec.ts'
import { extraNameOf, findModel, findModule, renderFile } from '#catalog/index.ts'
import { DeviceSpec } from '#catalog/spec.ts'

const usage = 'Usage: raccord render --spec <file|-> [--file <name>]\n'

/**
 * Prints the configuration that a spec gives, without a database or a server. `-` reads the spec from standard input.
 * Exit codes: 0 printed; 1 the spec is wrong or the device has no such file; 2 the command line is wrong.
 */
export async function render(args: string[], out: NodeJS.WritableStream, err: NodeJS.WritableStream): Promise<number> {
  const options = readArguments(args)
  if (typeof options === 'string') return refuse(err, 2, `${options}\n${usage}`)
  const text = readSpec(options.spec)
  if (text === null) return refuse(err, 2, `The spec ${JSON.stringify(options.spec)} cannot be read.\n`)
  const spec = parseSpec(text)
  if (Array.isArray(spec)) return refuse(err, 1, spec.map(sentence).join(''))
  const file = renderFile(spec, options.file)
  if (!file) return refuse(err, 1, `This device has no file ${JSON.stringify(options.file)}.\n`)
  out.write(file.body)
  return 0
}

function refuse(err: NodeJS.WritableStream, code: number, text: string): number {
  err.write(text)
  return code
}

function readArguments(args: string[]): { spec: string; file: string | null } | string {
  try {
    const { values } = parseArgs({ args, options: { spec: { type: 'string' }, file: { type: 'string' } } })
    return values.spec ? { spec: values.spec, file: values.file ?? null } : 'The option --spec is missing.'
  } catch (error) {
    return error instanceof Error ? error.message : String(error)
  }
}

function readSpec(name: string): string | null {
  try {
    // 0 is standard input.
    return readFileSync(name === '-' ? 0 : name, 'utf8')
  } catch {
    return null
  }
}

function parseSpec(text: string): DeviceSpec | SpecProblem[] {
  const json = parseJson(text)
  if (json === undefined) return [{ field: '', message: 'is not valid JSON' }]
  const parsed = DeviceSpec.safeParse(json)
  if (!parsed.success) {
    return parsed.error.issues.map((issue) => ({ field: issue.path.join('.'), message: issue.message }))
  }
  const model = findModel(parsed.data.model)
  if (!model) return [{ field: 'model', message: 'is not in the catalog; "raccord models" lists it' }]
  const problems = checkSpec(parsed.data, model, findModule, extraNameOf(model))
  return problems.length > 0 ? problems : parsed.data
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

function sentence({ field, message }: SpecProblem): string {
  return field === '' ? `The spec: ${message}.\n` : `The field "${field}" of the spec: ${message}.\n`
}
