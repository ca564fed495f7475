import jsqr from 'jsqr'
import { PNG } from 'pngjs'

/** What a telephone's camera reads in a picture (PNG); null when it sees no QR code. */
export function readQrCode(png: Buffer): string | null {
  const { data, width, height } = PNG.sync.read(png)
  return jsqr.default(new Uint8ClampedArray(data), width, height)?.data ?? null
}
