/** What the configuration of Kamailio depends on. The same values give the same text: its hash says whether a running process may be adopted. */
export interface KamailioConfig {
  /** Folder of switch.db, tls.cfg and db/kam.db; absolute. */
  directory: string
  /** Folder of Kamailio's modules. */
  modules: string
  /** Name or address that telephones know the switch by; From of a NOTIFY. */
  host: string
  /** Digest realm; fixed for the life of an installation. */
  realm: string
  /** To listen on: IPv4 and IPv6 addresses, or `0.0.0.0`. Not `::`: Kamailio's would take IPv4 too, and in mapped form. */
  addresses: string[]
  /** What Via and Contact name when the addresses are not what telephones can reach. */
  advertised: string | null
  sipPort: number
  sipsPort: number
  /** Doors on loopback. */
  rpcPort: number
  rpcPath: string
  eventPort: number
  eventToken: string
  /** WebSocket, through Raccord alone. */
  webPort: number
  webToken: string
  /** Where rtpengine is told what to do, on loopback (UDP); null: media is left as it is. */
  mediaPort: number | null
  /** How many credentials the tables are sized for. */
  room: number
  /** Workers for each listener. */
  workers: number
  /** Seconds. A REGISTER without expiry gets `standard`; others are pulled into the range. */
  expiry: { least: number; standard: number; most: number }
}
