import { toString as draw } from 'qrcode'

/**
 * A QR code as an SVG text without a size of its own: sharp at any size, on screen and on paper, with the quiet margin of 4 modules that readers need. At least 15 %
 * of it may be dirty. Throws when the text is too long for one code (about 2300 bytes).
 */
export function qrCode(text: string): Promise<string> {
  return draw(text, { type: 'svg', errorCorrectionLevel: 'M', margin: 4 })
}
