// Made by `npm run gen` from src/contract. Do not edit.

export interface paths {
    "/api/session": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who is signed in */
        get: operations["session.current"];
        put?: never;
        /** Sign in */
        post: operations["session.signIn"];
        /** Sign out */
        delete: operations["session.signOut"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/session/password": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Change the own password; ends the other sessions */
        post: operations["session.renewPassword"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/session/settings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Own language */
        patch: operations["session.settings"];
        trace?: never;
    };
    "/api/sessions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Own sessions */
        get: operations["sessions.list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sessions/{sessionId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** End one of the own sessions */
        delete: operations["sessions.end"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/provider": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The installation */
        get: operations["provider.get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Change the installation */
        patch: operations["provider.change"];
        trace?: never;
    };
    "/api/models": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The catalog */
        get: operations["models.list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/models/{modelId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Offer a model or not */
        patch: operations["models.change"];
        trace?: never;
    };
    "/api/vpbxs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** vPBXs in reach */
        get: operations["vpbxs.list"];
        put?: never;
        /** New vPBX */
        post: operations["vpbxs.create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/vpbxs/{vpbxId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One vPBX */
        get: operations["vpbxs.get"];
        put?: never;
        post?: never;
        /** Delete a vPBX that has no extensions left */
        delete: operations["vpbxs.delete"];
        options?: never;
        head?: never;
        /** Change a vPBX */
        patch: operations["vpbxs.change"];
        trace?: never;
    };
    "/api/vpbxs/{vpbxId}/extensions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Extensions of a vPBX */
        get: operations["extensions.list"];
        put?: never;
        /** New extension with its account and internal line */
        post: operations["extensions.create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/extensions/{extensionId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One extension */
        get: operations["extensions.get"];
        put?: never;
        post?: never;
        /** Delete an extension without devices */
        delete: operations["extensions.delete"];
        options?: never;
        head?: never;
        /** Change the display name */
        patch: operations["extensions.change"];
        trace?: never;
    };
    "/api/extensions/{extensionId}/lines": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A further line; public ones by the provider alone */
        post: operations["extensions.addLine"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/extensions/{extensionId}/sip": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** SIP data of the account, without the password */
        get: operations["extensions.sip"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/extensions/{extensionId}/sip/password": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Show the SIP password; written to the audit */
        post: operations["extensions.revealSip"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/extensions/{extensionId}/sip/renew": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** New SIP credentials for the account and each of its devices; registrations are dropped */
        post: operations["extensions.renewSip"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/vpbxs/{vpbxId}/names": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Numbers and names of all extensions (for colleagues) */
        get: operations["extensions.names"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/lines": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The own lines of who is signed in */
        get: operations["lines.own"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/lines/{lineId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One line and the names around it */
        get: operations["lines.get"];
        put?: never;
        post?: never;
        /** Delete a line without devices */
        delete: operations["lines.delete"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/lines/{lineId}/registrations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Registrations of a line, live */
        get: operations["lines.registrations"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/lines/{lineId}/devices": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Devices of a line */
        get: operations["devices.list"];
        put?: never;
        /** New device with its access key */
        post: operations["devices.create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/devices/{deviceId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One device, for the dialog Détails… */
        get: operations["devices.get"];
        put?: never;
        post?: never;
        /** Delete a device: its key, credentials and registrations */
        delete: operations["devices.delete"];
        options?: never;
        head?: never;
        /** Change a device */
        patch: operations["devices.change"];
        trace?: never;
    };
    "/api/devices/{deviceId}/access-key": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** New access key; the old one is dead at once */
        post: operations["devices.renewKey"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/devices/{deviceId}/manual": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Instructions with the link; written to the audit */
        post: operations["devices.manual"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/devices/{deviceId}/passwords": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** The passwords that a person set; written to the audit */
        post: operations["devices.revealPasswords"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/devices/{deviceId}/restart": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Restart through the switch */
        post: operations["devices.restart"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/devices/{deviceId}/resync": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Make the device fetch its configuration */
        post: operations["devices.resync"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/devices/{deviceId}/accesses": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The last 200 fetches */
        get: operations["devices.accesses"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/vpbxs/{vpbxId}/users": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Users of a vPBX */
        get: operations["users.list"];
        put?: never;
        /** New user; the one-time password is in the reply */
        post: operations["users.create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/users/{userId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Delete a user */
        delete: operations["users.delete"];
        options?: never;
        head?: never;
        /** Change a user */
        patch: operations["users.change"];
        trace?: never;
    };
    "/api/users/{userId}/password": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** New one-time password; ends the sessions of the user */
        post: operations["users.resetPassword"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/audit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who did what; an administrator sees the own vPBX */
        get: operations["audit.list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: never;
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    "session.current": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        user: {
                            id: string;
                            login: string;
                            displayName: string;
                            /** @enum {string} */
                            role: "provider" | "administrator" | "user";
                            /** @enum {string} */
                            language: "fr" | "de" | "en" | "it";
                            vpbx: {
                                id: string;
                                name: string;
                            } | null;
                            mustRenewPassword: boolean;
                        };
                        csrfToken: string;
                        providerName: string;
                    };
                };
            };
        };
    };
    "session.signIn": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    login: string;
                    password: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        user: {
                            id: string;
                            login: string;
                            displayName: string;
                            /** @enum {string} */
                            role: "provider" | "administrator" | "user";
                            /** @enum {string} */
                            language: "fr" | "de" | "en" | "it";
                            vpbx: {
                                id: string;
                                name: string;
                            } | null;
                            mustRenewPassword: boolean;
                        };
                        csrfToken: string;
                        providerName: string;
                    };
                };
            };
        };
    };
    "session.signOut": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {boolean} */
                        ok: true;
                    };
                };
            };
        };
    };
    "session.renewPassword": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    current: string;
                    next: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {boolean} */
                        ok: true;
                    };
                };
            };
        };
    };
    "session.settings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @enum {string} */
                    language: "fr" | "de" | "en" | "it";
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {boolean} */
                        ok: true;
                    };
                };
            };
        };
    };
    "sessions.list": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        createdAt: number;
                        lastSeenAt: number;
                        ip: string;
                        userAgent: string;
                        current: boolean;
                    }[];
                };
            };
        };
    };
    "sessions.end": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                sessionId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {boolean} */
                        ok: true;
                    };
                };
            };
        };
    };
    "provider.get": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        name: string;
                        host: string;
                        realm: string;
                        switchUp: boolean;
                        vpbxCount: number;
                        deviceCount: number;
                    };
                };
            };
        };
    };
    "provider.change": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    name: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        name: string;
                        host: string;
                        realm: string;
                        switchUp: boolean;
                        vpbxCount: number;
                        deviceCount: number;
                    };
                };
            };
        };
    };
    "models.list": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        vendor: string;
                        vendorName: string;
                        name: string;
                        /** @enum {string} */
                        kind: "desk" | "conference" | "dectBase" | "dectHandset" | "gateway" | "app" | "browser";
                        lineSlots: number;
                        keyCount: number;
                        moduleMax: number;
                        keyTypes: ("none" | "line" | "blf" | "directDial" | "extension" | "group" | "voicemail" | "phonebook")[];
                        available: boolean;
                    }[];
                };
            };
        };
    };
    "models.change": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                modelId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    available: boolean;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        vendor: string;
                        vendorName: string;
                        name: string;
                        /** @enum {string} */
                        kind: "desk" | "conference" | "dectBase" | "dectHandset" | "gateway" | "app" | "browser";
                        lineSlots: number;
                        keyCount: number;
                        moduleMax: number;
                        keyTypes: ("none" | "line" | "blf" | "directDial" | "extension" | "group" | "voicemail" | "phonebook")[];
                        available: boolean;
                    };
                };
            };
        };
    };
    "vpbxs.list": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        name: string;
                        /** @enum {string} */
                        language: "fr" | "de" | "en" | "it";
                        country: string;
                        timeZone: string;
                        createdAt: number;
                        extensionCount: number;
                        deviceCount: number;
                    }[];
                };
            };
        };
    };
    "vpbxs.create": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    name: string;
                    /**
                     * @default fr
                     * @enum {string}
                     */
                    language?: "fr" | "de" | "en" | "it";
                    /** @default CH */
                    country?: string;
                    /** @default Europe/Zurich */
                    timeZone?: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        name: string;
                        /** @enum {string} */
                        language: "fr" | "de" | "en" | "it";
                        country: string;
                        timeZone: string;
                        createdAt: number;
                        extensionCount: number;
                        deviceCount: number;
                    };
                };
            };
        };
    };
    "vpbxs.get": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                vpbxId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        name: string;
                        /** @enum {string} */
                        language: "fr" | "de" | "en" | "it";
                        country: string;
                        timeZone: string;
                        createdAt: number;
                        extensionCount: number;
                        deviceCount: number;
                    };
                };
            };
        };
    };
    "vpbxs.delete": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                vpbxId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {boolean} */
                        ok: true;
                    };
                };
            };
        };
    };
    "vpbxs.change": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                vpbxId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    name?: string;
                    /** @enum {string} */
                    language?: "fr" | "de" | "en" | "it";
                    country?: string;
                    timeZone?: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        name: string;
                        /** @enum {string} */
                        language: "fr" | "de" | "en" | "it";
                        country: string;
                        timeZone: string;
                        createdAt: number;
                        extensionCount: number;
                        deviceCount: number;
                    };
                };
            };
        };
    };
    "extensions.list": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                vpbxId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        vpbxId: string;
                        number: string;
                        displayName: string;
                        lines: {
                            id: string;
                            /** @enum {string} */
                            kind: "internal" | "public";
                            number: string;
                            extensionId: string;
                            deviceCount: number;
                        }[];
                        users: {
                            id: string;
                            login: string;
                            displayName: string;
                        }[];
                        deviceCount: number;
                    }[];
                };
            };
        };
    };
    "extensions.create": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                vpbxId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    number: string;
                    displayName: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        vpbxId: string;
                        number: string;
                        displayName: string;
                        lines: {
                            id: string;
                            /** @enum {string} */
                            kind: "internal" | "public";
                            number: string;
                            extensionId: string;
                            deviceCount: number;
                        }[];
                        users: {
                            id: string;
                            login: string;
                            displayName: string;
                        }[];
                        deviceCount: number;
                    };
                };
            };
        };
    };
    "extensions.get": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                extensionId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        vpbxId: string;
                        number: string;
                        displayName: string;
                        lines: {
                            id: string;
                            /** @enum {string} */
                            kind: "internal" | "public";
                            number: string;
                            extensionId: string;
                            deviceCount: number;
                        }[];
                        users: {
                            id: string;
                            login: string;
                            displayName: string;
                        }[];
                        deviceCount: number;
                    };
                };
            };
        };
    };
    "extensions.delete": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                extensionId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {boolean} */
                        ok: true;
                    };
                };
            };
        };
    };
    "extensions.change": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                extensionId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    displayName: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        vpbxId: string;
                        number: string;
                        displayName: string;
                        lines: {
                            id: string;
                            /** @enum {string} */
                            kind: "internal" | "public";
                            number: string;
                            extensionId: string;
                            deviceCount: number;
                        }[];
                        users: {
                            id: string;
                            login: string;
                            displayName: string;
                        }[];
                        deviceCount: number;
                    };
                };
            };
        };
    };
    "extensions.addLine": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                extensionId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @enum {string} */
                    kind: "internal";
                    number: string;
                } | {
                    /** @enum {string} */
                    kind: "public";
                    number: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        /** @enum {string} */
                        kind: "internal" | "public";
                        number: string;
                        extensionId: string;
                        deviceCount: number;
                    };
                };
            };
        };
    };
    "extensions.sip": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                extensionId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        server: string;
                        ports: {
                            udp: number;
                            tcp: number;
                            tls: number;
                        };
                        user: string;
                        authName: string;
                        displayName: string;
                        realm: string;
                        renewedAt: number;
                    };
                };
            };
        };
    };
    "extensions.revealSip": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                extensionId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        password: string;
                    };
                };
            };
        };
    };
    "extensions.renewSip": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                extensionId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        authName: string;
                        renewedAt: number;
                        deviceCount: number;
                    };
                };
            };
        };
    };
    "extensions.names": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                vpbxId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        number: string;
                        displayName: string;
                    }[];
                };
            };
        };
    };
    "lines.own": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        /** @enum {string} */
                        kind: "internal" | "public";
                        number: string;
                        extension: {
                            id: string;
                            number: string;
                            displayName: string;
                        };
                        vpbx: {
                            id: string;
                            name: string;
                        };
                    }[];
                };
            };
        };
    };
    "lines.get": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                lineId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        /** @enum {string} */
                        kind: "internal" | "public";
                        number: string;
                        extension: {
                            id: string;
                            number: string;
                            displayName: string;
                        };
                        vpbx: {
                            id: string;
                            name: string;
                        };
                    };
                };
            };
        };
    };
    "lines.delete": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                lineId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {boolean} */
                        ok: true;
                    };
                };
            };
        };
    };
    "lines.registrations": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                lineId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        ruid: string;
                        deviceId: string | null;
                        deviceName: string | null;
                        userAgent: string;
                        sourceIp: string | null;
                        sourcePort: number | null;
                        contact: string;
                        /** @enum {string} */
                        transport: "udp" | "tcp" | "tls" | "ws" | "wss";
                        since: number | null;
                        lastRegisteredAt: number;
                        expiresAt: number;
                        stale: boolean;
                    }[];
                };
            };
        };
    };
    "devices.list": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                lineId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        vpbxId: string;
                        lineId: string;
                        model: {
                            id: string;
                            name: string;
                            vendorName: string;
                            /** @enum {string} */
                            kind: "desk" | "conference" | "dectBase" | "dectHandset" | "gateway" | "app" | "browser";
                        };
                        note: string;
                        mac: string | null;
                        /** @enum {string} */
                        macProvisioning: "no" | "once" | "done";
                        lastAccess: {
                            at: number;
                            ip: string;
                            make: string | null;
                            model: string | null;
                            firmware: string | null;
                            mac: string | null;
                        } | null;
                        registrationCount: number | null;
                        createdAt: number;
                        keyRenewedAt: number;
                    }[];
                };
            };
        };
    };
    "devices.create": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                lineId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    model: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        vpbxId: string;
                        lineId: string;
                        model: {
                            id: string;
                            name: string;
                            vendorName: string;
                            /** @enum {string} */
                            kind: "desk" | "conference" | "dectBase" | "dectHandset" | "gateway" | "app" | "browser";
                        };
                        note: string;
                        mac: string | null;
                        /** @enum {string} */
                        macProvisioning: "no" | "once" | "done";
                        lastAccess: {
                            at: number;
                            ip: string;
                            make: string | null;
                            model: string | null;
                            firmware: string | null;
                            mac: string | null;
                        } | null;
                        registrationCount: number | null;
                        createdAt: number;
                        keyRenewedAt: number;
                    };
                };
            };
        };
    };
    "devices.get": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                deviceId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        device: {
                            id: string;
                            vpbxId: string;
                            lineId: string;
                            model: {
                                id: string;
                                name: string;
                                vendorName: string;
                                /** @enum {string} */
                                kind: "desk" | "conference" | "dectBase" | "dectHandset" | "gateway" | "app" | "browser";
                            };
                            note: string;
                            mac: string | null;
                            /** @enum {string} */
                            macProvisioning: "no" | "once" | "done";
                            lastAccess: {
                                at: number;
                                ip: string;
                                make: string | null;
                                model: string | null;
                                firmware: string | null;
                                mac: string | null;
                            } | null;
                            registrationCount: number | null;
                            createdAt: number;
                            keyRenewedAt: number;
                        };
                        adminPassword: {
                            maxLength: number;
                            set: boolean;
                        } | null;
                        userName: {
                            maxLength: number;
                            value: string;
                        } | null;
                        userPassword: {
                            maxLength: number;
                            set: boolean;
                        } | null;
                        canRestart: boolean;
                        canResync: boolean;
                        hasManualSteps: boolean;
                        redirectService: string | null;
                        redirectAvailable: boolean;
                        slots: {
                            slot: number;
                            lineId: string;
                            number: string;
                            authName: string;
                        }[];
                    };
                };
            };
        };
    };
    "devices.delete": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                deviceId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {boolean} */
                        ok: true;
                    };
                };
            };
        };
    };
    "devices.change": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                deviceId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    note?: string;
                    adminPassword?: string;
                    userName?: string;
                    userPassword?: string;
                    mac?: string;
                    /** @enum {string} */
                    macProvisioning?: "no" | "once" | "done";
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        device: {
                            id: string;
                            vpbxId: string;
                            lineId: string;
                            model: {
                                id: string;
                                name: string;
                                vendorName: string;
                                /** @enum {string} */
                                kind: "desk" | "conference" | "dectBase" | "dectHandset" | "gateway" | "app" | "browser";
                            };
                            note: string;
                            mac: string | null;
                            /** @enum {string} */
                            macProvisioning: "no" | "once" | "done";
                            lastAccess: {
                                at: number;
                                ip: string;
                                make: string | null;
                                model: string | null;
                                firmware: string | null;
                                mac: string | null;
                            } | null;
                            registrationCount: number | null;
                            createdAt: number;
                            keyRenewedAt: number;
                        };
                        adminPassword: {
                            maxLength: number;
                            set: boolean;
                        } | null;
                        userName: {
                            maxLength: number;
                            value: string;
                        } | null;
                        userPassword: {
                            maxLength: number;
                            set: boolean;
                        } | null;
                        canRestart: boolean;
                        canResync: boolean;
                        hasManualSteps: boolean;
                        redirectService: string | null;
                        redirectAvailable: boolean;
                        slots: {
                            slot: number;
                            lineId: string;
                            number: string;
                            authName: string;
                        }[];
                    };
                };
            };
        };
    };
    "devices.renewKey": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                deviceId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        vpbxId: string;
                        lineId: string;
                        model: {
                            id: string;
                            name: string;
                            vendorName: string;
                            /** @enum {string} */
                            kind: "desk" | "conference" | "dectBase" | "dectHandset" | "gateway" | "app" | "browser";
                        };
                        note: string;
                        mac: string | null;
                        /** @enum {string} */
                        macProvisioning: "no" | "once" | "done";
                        lastAccess: {
                            at: number;
                            ip: string;
                            make: string | null;
                            model: string | null;
                            firmware: string | null;
                            mac: string | null;
                        } | null;
                        registrationCount: number | null;
                        createdAt: number;
                        keyRenewedAt: number;
                    };
                };
            };
        };
    };
    "devices.manual": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                deviceId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        link: string;
                        steps: {
                            verb: string;
                            params: {
                                [key: string]: string;
                            };
                        }[];
                    };
                };
            };
        };
    };
    "devices.revealPasswords": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                deviceId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        admin: string | null;
                        userName: string;
                        user: string | null;
                    };
                };
            };
        };
    };
    "devices.restart": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                deviceId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    ruid?: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        results: {
                            contact: string;
                            code: number;
                            reason: string;
                        }[];
                    };
                };
            };
        };
    };
    "devices.resync": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                deviceId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    ruid?: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        results: {
                            contact: string;
                            code: number;
                            reason: string;
                        }[];
                    };
                };
            };
        };
    };
    "devices.accesses": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                deviceId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        at: number;
                        ip: string;
                        userAgent: string;
                        file: string;
                        status: number;
                        make: string | null;
                        model: string | null;
                        firmware: string | null;
                        mac: string | null;
                    }[];
                };
            };
        };
    };
    "users.list": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                vpbxId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        login: string;
                        displayName: string;
                        email: string;
                        /** @enum {string} */
                        role: "provider" | "administrator" | "user";
                        /** @enum {string} */
                        language: "fr" | "de" | "en" | "it";
                        extensionIds: string[];
                        mustRenewPassword: boolean;
                        lastSignInAt: number | null;
                    }[];
                };
            };
        };
    };
    "users.create": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                vpbxId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    login: string;
                    displayName: string;
                    /** @default  */
                    email?: string;
                    /** @enum {string} */
                    role: "administrator" | "user";
                    /**
                     * @default fr
                     * @enum {string}
                     */
                    language?: "fr" | "de" | "en" | "it";
                    /** @default [] */
                    extensionIds?: string[];
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        user: {
                            id: string;
                            login: string;
                            displayName: string;
                            email: string;
                            /** @enum {string} */
                            role: "provider" | "administrator" | "user";
                            /** @enum {string} */
                            language: "fr" | "de" | "en" | "it";
                            extensionIds: string[];
                            mustRenewPassword: boolean;
                            lastSignInAt: number | null;
                        };
                        password: string;
                    };
                };
            };
        };
    };
    "users.delete": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                userId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {boolean} */
                        ok: true;
                    };
                };
            };
        };
    };
    "users.change": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                userId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    displayName?: string;
                    /** @default  */
                    email?: string;
                    /** @enum {string} */
                    role?: "administrator" | "user";
                    /**
                     * @default fr
                     * @enum {string}
                     */
                    language?: "fr" | "de" | "en" | "it";
                    /** @default [] */
                    extensionIds?: string[];
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        login: string;
                        displayName: string;
                        email: string;
                        /** @enum {string} */
                        role: "provider" | "administrator" | "user";
                        /** @enum {string} */
                        language: "fr" | "de" | "en" | "it";
                        extensionIds: string[];
                        mustRenewPassword: boolean;
                        lastSignInAt: number | null;
                    };
                };
            };
        };
    };
    "users.resetPassword": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                userId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        user: {
                            id: string;
                            login: string;
                            displayName: string;
                            email: string;
                            /** @enum {string} */
                            role: "provider" | "administrator" | "user";
                            /** @enum {string} */
                            language: "fr" | "de" | "en" | "it";
                            extensionIds: string[];
                            mustRenewPassword: boolean;
                            lastSignInAt: number | null;
                        };
                        password: string;
                    };
                };
            };
        };
    };
    "audit.list": {
        parameters: {
            query?: {
                before?: string;
                vpbxId?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        entries: {
                            id: string;
                            at: number;
                            actor: string | null;
                            ip: string;
                            action: string;
                            subject: string;
                            vpbxId: string | null;
                        }[];
                        next: string | null;
                    };
                };
            };
        };
    };
}
