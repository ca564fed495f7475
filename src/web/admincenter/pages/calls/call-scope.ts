/** Whose calls a page shows, and what may be done there. */
export interface CallScope {
  /** Null: of the whole installation, or of whatever the reader may see. */
  vpbxId: string | null
  extensionId?: string
  /** Lines whose running calls are shown; absent: all. */
  lineIds?: ReadonlySet<string>
  mayEnd: boolean
}
