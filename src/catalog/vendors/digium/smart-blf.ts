import type { RenderContext } from '../../define.ts'
import { element, writeXml, type XmlElement } from '../../toolkit/xml.ts'
import { isPSeries } from './models.ts'
import { type Place, placesOf } from './places.ts'

/** Which contact each key stands for, and what its lamp shows. */
export function renderSmartBlf(context: RenderContext): string {
  const paging = isPSeries(context.model) ? '0' : '1'
  const items = placesOf(context).map((place) => item(place, paging))
  return writeXml(element('config', {}, [element('smart_blf', {}, [element('blf_items', {}, items)])]))
}

function item({ id, location, index, node, key }: Place, paging: string): XmlElement {
  const where = { location, index: String(index), ...(node === null ? { paging } : { node: String(node) }) }
  if (!key) return element('blf_item', { ...where, blank: '1' })
  return element('blf_item', { ...where, contact_id: id }, [
    element('behaviors', {}, [
      ...(key.pickup ? [behaviour({ target_status: 'ringing' }, 'pickup', 'dial')] : []),
      behaviour({ phone_state: 'all' }, 'primary', 'dial'),
      ...['connected', 'hold', 'hold/transfer'].map((state) =>
        behaviour({ phone_state: state }, 'primary', 'transfer'),
      ),
    ]),
    ...(key.watches ? [element('indicators', {}, lamps)] : []),
  ])
}

function behaviour(when: Readonly<Record<string, string>>, action: string, press: string): XmlElement {
  return element('behavior', { ...when, press_action: action, press_function: press })
}

/** Green: free; red: in use. */
const lamps = (
  [
    ['unknown', 'green', 'off'],
    ['idle', 'green', 'on'],
    ['ringing', 'red', 'fast'],
    ['on_the_phone', 'red', 'on'],
    ['on_hold', 'red', 'slow'],
  ] as const
).map(([status, colour, state]) => element('indicator', { target_status: status, led_color: colour, led_state: state }))
