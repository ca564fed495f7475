import type { RenderContext } from '../../define.ts'
import { renderGateway } from './gateway.ts'
import { renderPhone } from './phone.ts'

/** Telephones and gateways have nothing in common but the maker. */
export function render(context: RenderContext): string {
  return context.model.kind === 'gateway' ? renderGateway(context) : renderPhone(context)
}
