/** Enablement Data Orchestration System: a portal of the maker's, without an interface for others. */
export const redirectService = { id: 'cisco-edos', name: 'Cisco EDOS' }
