/** What of the installation goes into configurations and instructions. */
export interface Settings {
  /** Name or address that phones reach the installation under. */
  host: string
  provisioningPort: number
  sipPort: number
  sipsPort: number
  /** Digest realm; fixed at first start. */
  realm: string
  /** PEM of the CA that signed the certificate in use when it is our own; null when a public one did. Asked anew: certificates are replaced while we run. */
  caCertificate: () => string | null
}
