import classes from './qr-picture.module.css'

/** A QR code: black on white in any shade, as large as readers like it. */
export function QrPicture({ svg, label }: { svg: string; label: string }) {
  return <img src={`data:image/svg+xml,${encodeURIComponent(svg)}`} alt={label} className={classes.picture} />
}
