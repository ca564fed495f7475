import type { ReactNode } from 'react'
import classes from './device-drawing.module.css'
import { type Box, type DrawnKeys, type KeyPlace, keyPlaces } from './key-places.ts'
import { besidePlace, drawingSize, handsetPlace, keypadPlace, modulePlace, screenPlace } from './places.ts'

/** What a drawing is made from: facts of the model, no picture. */
export interface DrawnDevice {
  kind: string
  screen: string
  lineSlots: number
  keys: DrawnKeys | null
}

interface KeysOf {
  /** Page of keys, from 1. */
  page?: number
  /** What stands on each key; what is not in here stays blank. */
  labels?: ReadonlyMap<number, string>
  selected?: number | null
  /** Without it the drawing is a picture; with it each key is a button. */
  onSelect?: (slot: number) => void
  /** Name of a key for who cannot see it. */
  nameOf?: (slot: number) => string
}

/** A schematic front view; keys that can be chosen are buttons in it. */
export function DeviceDrawing({ device, title, ...keys }: { device: DrawnDevice; title: string } & KeysOf) {
  const shape = shapes[device.kind] ?? Desk
  return (
    <Frame title={title} interactive={keys.onSelect !== undefined}>
      {shape(device)}
      {device.keys && <Keys keys={device.keys} at={screenPlace(device.keys, device.screen)} {...keys} />}
    </Frame>
  )
}

/** An expansion module. */
export function ModuleDrawing({ keys, title, ...rest }: { keys: DrawnKeys; title: string } & KeysOf) {
  return (
    <Frame title={title} interactive={rest.onSelect !== undefined}>
      <rect className={classes.body} x={60} y={2} width={280} height={256} rx={10} />
      <Rectangle className={classes.screen} box={modulePlace} />
      <Keys keys={keys} at={modulePlace} {...rest} />
    </Frame>
  )
}

function Frame({ title, interactive, children }: { title: string; interactive: boolean; children: ReactNode }) {
  return (
    <svg
      className={classes.drawing}
      viewBox={`0 0 ${drawingSize.width} ${drawingSize.height}`}
      role={interactive ? 'group' : 'img'}
      aria-label={title}
    >
      {children}
    </svg>
  )
}

function Keys({ keys, at, page = 1, ...rest }: { keys: DrawnKeys; at: Box } & KeysOf) {
  return keyPlaces(keys, page, at, besidePlace).map((place) => <Key key={place.slot} place={place} {...rest} />)
}

function Key({ place, labels, selected, onSelect, nameOf }: { place: KeyPlace } & Omit<KeysOf, 'page'>) {
  const { slot, x, y, width, height } = place
  const label = labels?.get(slot) ?? ''
  const chosen = selected === slot
  const button = onSelect && {
    role: 'button',
    tabIndex: 0,
    'aria-label': nameOf?.(slot) ?? String(slot),
    'aria-pressed': chosen,
    onClick: () => onSelect(slot),
    onKeyDown: (event: { key: string; preventDefault: () => void }) => {
      if (event.key !== 'Enter' && event.key !== ' ') return
      event.preventDefault()
      onSelect(slot)
    },
  }
  return (
    <g className={classes.key} data-set={label !== ''} data-selected={chosen} {...button}>
      <rect x={x} y={y} width={width} height={height} rx={2} />
      <text x={x + 2} y={y + height / 2} fontSize={Math.min(8, height - 1)} dominantBaseline="central">
        {fitting(label || String(slot), width)}
      </text>
    </g>
  )
}

/** As much of a text as a key takes, at about four units a letter. */
function fitting(text: string, width: number): string {
  const most = Math.max(1, Math.floor(width / 4.2))
  const letters = [...text]
  return letters.length > most ? `${letters.slice(0, most - 1).join('')}…` : text
}

function Rectangle({ box, className, rx = 3 }: { box: Box; className: string | undefined; rx?: number }) {
  return <rect className={className} x={box.x} y={box.y} width={box.width} height={box.height} rx={rx} />
}

const shapes: Record<string, (device: DrawnDevice) => ReactNode> = {
  desk: Desk,
  conference: Conference,
  dectBase: Base,
  dectHandset: Handset,
  gateway: Gateway,
  app: App,
  browser: App,
}

function Desk({ keys, screen }: DrawnDevice) {
  return (
    <>
      <rect className={classes.body} x={2} y={2} width={396} height={256} rx={12} />
      <Rectangle className={classes.part} box={handsetPlace} rx={16} />
      {screen !== 'none' && <Rectangle className={classes.screen} box={screenPlace(keys, screen)} />}
      <Keypad box={keypadPlace} />
    </>
  )
}

function Conference({ keys, screen }: DrawnDevice) {
  return (
    <>
      <path className={classes.body} d="M200 4 C260 4 396 180 388 232 C380 262 20 262 12 232 C4 180 140 4 200 4 Z" />
      {screen !== 'none' && <Rectangle className={classes.screen} box={screenPlace(keys, screen)} />}
      <Keypad box={{ ...keypadPlace, x: 146 }} />
    </>
  )
}

function Base() {
  return (
    <>
      <rect className={classes.body} x={120} y={50} width={160} height={190} rx={16} />
      <path className={classes.line} d="M160 50 V12 M240 50 V12 M186 92 a20 20 0 0 1 28 0 M176 80 a34 34 0 0 1 48 0" />
      <circle className={classes.part} cx={200} cy={104} r={5} />
      <circle className={classes.part} cx={200} cy={200} r={12} />
    </>
  )
}

function Handset({ screen }: DrawnDevice) {
  return (
    <>
      <rect className={classes.body} x={150} y={4} width={100} height={252} rx={20} />
      {screen !== 'none' && <rect className={classes.screen} x={160} y={30} width={80} height={80} rx={3} />}
      <Keypad box={{ x: 160, y: 146, width: 80, height: 96 }} />
    </>
  )
}

function Gateway({ lineSlots }: DrawnDevice) {
  const across = Math.min(lineSlots, 12)
  const rows = Math.ceil(lineSlots / across)
  const top = 104 - rows * 8
  const ports = Array.from({ length: lineSlots }, (_, index) => ({
    port: index + 1,
    x: 24 + (index % across) * (352 / across),
    y: top + Math.floor(index / across) * 36,
  }))
  return (
    <>
      <rect className={classes.body} x={10} y={top - 14} width={380} height={60 + rows * 32} rx={8} />
      {ports.map(({ port, x, y }) => (
        <g key={port} className={classes.port}>
          <rect x={x} y={y} width={Math.min(22, 340 / across - 4)} height={22} rx={2} />
          <text x={x} y={y + 31}>
            {port}
          </text>
        </g>
      ))}
    </>
  )
}

function App() {
  return (
    <>
      <rect className={classes.body} x={140} y={4} width={120} height={252} rx={18} />
      <rect className={classes.screen} x={148} y={22} width={104} height={206} rx={3} />
      <circle className={classes.part} cx={200} cy={242} r={6} />
    </>
  )
}

function Keypad({ box: { x, y, width, height } }: { box: Box }) {
  const [stepX, stepY] = [width / 3, height / 4]
  return [...'123456789*0#'].map((digit, index) => {
    const [left, top] = [x + (index % 3) * stepX, y + Math.floor(index / 3) * stepY]
    return (
      <g key={digit} className={classes.digit}>
        <rect x={left + 2} y={top + 2} width={stepX - 4} height={stepY - 4} rx={3} />
        <text x={left + stepX / 2} y={top + stepY / 2} textAnchor="middle" dominantBaseline="central">
          {digit}
        </text>
      </g>
    )
  })
}
