import type { RenderContext } from '../../define.ts'
import { renderDect } from './dect.ts'
import { renderGateway } from './gateway.ts'
import { renderPhone } from './phone.ts'

export function render(context: RenderContext): string {
  if (context.model.kind === 'dectBase') return renderDect(context)
  return context.model.kind === 'gateway' ? renderGateway(context) : renderPhone(context)
}
