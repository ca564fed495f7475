/** What a model is; it decides which parts of the dialog there are. */
export const deviceKinds = ['desk', 'conference', 'dectBase', 'dectHandset', 'gateway', 'app', 'browser'] as const
export type DeviceKind = (typeof deviceKinds)[number]

/** `done` is set by the system alone: the first whole fetch after `once` turns it, exactly once. */
export const macProvisioningStates = ['no', 'once', 'done'] as const
export type MacProvisioning = (typeof macProvisioningStates)[number]

export const transports = ['udp', 'tcp', 'tls'] as const
export type Transport = (typeof transports)[number]
