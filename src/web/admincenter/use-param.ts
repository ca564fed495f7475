import { useParams } from 'react-router'

/** A part of the address that the route has. */
export function useParam(name: string): string {
  return useParams()[name] ?? ''
}
