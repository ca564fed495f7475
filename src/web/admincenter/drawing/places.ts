import type { Box, DrawnKeys } from './key-places.ts'

/** Where things stand in the drawing, which is 400 by 260 units for whatever device. */
export const drawingSize = { width: 400, height: 260 }

export const handsetPlace: Box = { x: 12, y: 14, width: 44, height: 232 }
export const keypadPlace: Box = { x: 118, y: 152, width: 108, height: 92 }
/** Keys beside the keypad. */
export const besidePlace: Box = { x: 240, y: 130, width: 148, height: 116 }
export const modulePlace: Box = { x: 120, y: 10, width: 160, height: 240 }

/** A touch screen takes the room beside it too, unless keys sit there. */
export function screenPlace(keys: DrawnKeys | null, screen: string): Box {
  const keysBeside = keys !== null && ['left', 'right', 'bothSides'].includes(keys.layout)
  if (keys?.layout === 'touch' || (screen === 'touch' && !keysBeside)) return { x: 72, y: 14, width: 316, height: 112 }
  if (screen === 'text' || screen === 'none') return { x: 118, y: 24, width: 224, height: 40 }
  return { x: 118, y: 16, width: 224, height: 104 }
}
