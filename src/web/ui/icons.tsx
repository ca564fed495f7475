import type { ReactNode, SVGProps } from 'react'

/** Line icons, 20 px; decoration only: whoever uses one gives the words. */
function icon(shape: ReactNode) {
  return function Icon(props: SVGProps<SVGSVGElement>) {
    return (
      <svg
        width="20"
        height="20"
        viewBox="0 0 24 24"
        fill="none"
        stroke="currentColor"
        strokeWidth="1.8"
        strokeLinecap="round"
        strokeLinejoin="round"
        aria-hidden="true"
        {...props}
      >
        {shape}
      </svg>
    )
  }
}

export const CopyIcon = icon(
  <>
    <rect x="9" y="9" width="11" height="11" rx="2" />
    <path d="M5 15H4V5a1 1 0 0 1 1-1h10v1" />
  </>,
)
export const CheckIcon = icon(<path d="m5 13 4 4 10-11" />)
export const WarningIcon = icon(<path d="M12 4 2.5 20h19zM12 10v4m0 3v.01" />)
export const InfoIcon = icon(
  <>
    <circle cx="12" cy="12" r="9" />
    <path d="M12 11v5m0-8v.01" />
  </>,
)
export const UndoIcon = icon(<path d="M8 5 4 9l4 4M4 9h10a6 6 0 0 1 0 12h-4" />)
export const CrossIcon = icon(<path d="M6 6l12 12M18 6 6 18" />)
export const FillDownIcon = icon(<path d="M6 4h12M12 8v12m0 0-5-5m5 5 5-5" />)
export const PlusIcon = icon(<path d="M12 5v14M5 12h14" />)
export const SearchIcon = icon(
  <>
    <circle cx="11" cy="11" r="6.5" />
    <path d="m16 16 4.5 4.5" />
  </>,
)
export const SunIcon = icon(
  <>
    <circle cx="12" cy="12" r="4" />
    <path d="M12 3v2m0 14v2M3 12h2m14 0h2M5.6 5.6 7 7m10 10 1.4 1.4M5.6 18.4 7 17M17 7l1.4-1.4" />
  </>,
)
export const MoonIcon = icon(<path d="M20 14.5A8 8 0 0 1 9.5 4a8 8 0 1 0 10.5 10.5z" />)
export const UserIcon = icon(
  <>
    <circle cx="12" cy="8" r="4" />
    <path d="M4.5 20a7.5 7.5 0 0 1 15 0" />
  </>,
)
export const PhoneIcon = icon(
  <>
    <rect x="4" y="4" width="16" height="16" rx="2" />
    <path d="M8 4v16M12 8h5m-5 4v.01m2.5-.01v.01M17 12v.01M12 15.5v.01m2.5-.01v.01m2.5-.01v.01" />
  </>,
)
export const MenuIcon = icon(<path d="M4 7h16M4 12h16M4 17h16" />)
export const ArrowIcon = icon(<path d="M4 12h16m-6-6 6 6-6 6" />)
export const PreviousIcon = icon(<path d="m14.5 5-7 7 7 7" />)
export const NextIcon = icon(<path d="m9.5 5 7 7-7 7" />)
export const UpIcon = icon(<path d="M12 20V5m-6 6 6-6 6 6" />)
export const DownIcon = icon(<path d="M12 4v15m-6-6 6 6 6-6" />)
