import type { RenderContext } from '../../define.ts'
import { renderDect } from './dect.ts'
import { renderGateway } from './gateway.ts'
import { renderPhone } from './phone.ts'
import { renderWave } from './wave.ts'

export function render(context: RenderContext): string {
  if (context.model.kind === 'app') return renderWave(context)
  if (context.model.kind === 'dectBase') return renderDect(context)
  return context.model.kind === 'gateway' ? renderGateway(context) : renderPhone(context)
}
