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
        /** All that is known of a model */
        get: operations["models.get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Offer a model or not */
        patch: operations["models.change"];
        trace?: never;
    };
    "/api/models/{modelId}/shops": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Where the customers get an app */
        put: operations["models.setShops"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/vpbxs/{vpbxId}/models": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The catalog as a vPBX is offered it */
        get: operations["models.listOf"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/vpbxs/{vpbxId}/models/{modelId}": {
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
        /** Offer a model to a vPBX or not */
        patch: operations["models.changeOf"];
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
    "/api/settings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Settings of telephones for the installation */
        get: operations["settings.read"];
        /** Change the settings of telephones for the installation */
        put: operations["settings.write"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/models/{modelId}/settings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Settings of telephones for a model */
        get: operations["settings.readOfModel"];
        /** Change the settings of telephones for a model */
        put: operations["settings.writeOfModel"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/vendors/{vendorId}/settings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Settings of telephones for a maker */
        get: operations["settings.readOfVendor"];
        /** Change the settings of telephones for a maker */
        put: operations["settings.writeOfVendor"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/vpbxs/{vpbxId}/settings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Settings of telephones for a vPBX */
        get: operations["settings.readOfVpbx"];
        /** Change the settings of telephones for a vPBX */
        put: operations["settings.writeOfVpbx"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/vpbxs/{vpbxId}/models/{modelId}/settings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Settings of telephones for a model in a vPBX */
        get: operations["settings.readOfVpbxModel"];
        /** Change the settings of telephones for a model in a vPBX */
        put: operations["settings.writeOfVpbxModel"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/devices/{deviceId}/settings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Settings of telephones for one device */
        get: operations["settings.readOfDevice"];
        /** Change the settings of telephones for one device */
        put: operations["settings.writeOfDevice"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
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
    "/api/devices/{deviceId}/lines": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Accounts of a telephone or ports of a gateway */
        get: operations["devices.lines"];
        /** Fill all accounts or ports; one that is missing is emptied */
        put: operations["devices.setLines"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/devices/{deviceId}/base-stations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** DECT bases that take this handset; primaries for this base of a multicell system */
        get: operations["devices.baseStations"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/lines/{lineId}/base-stations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** DECT bases that take a new handset of a model */
        get: operations["devices.baseStationsForNew"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/devices/{deviceId}/handsets": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What is bound to a DECT base */
        get: operations["devices.handsets"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/devices/{deviceId}/pairing-pin": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** The PIN for pairing handsets; written to the audit */
        post: operations["devices.revealPin"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/devices/{deviceId}/keys": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Function keys and expansion modules, with what the model offers */
        get: operations["devices.keys"];
        /** Replace all function keys and expansion modules; a key that is missing is emptied */
        put: operations["devices.setKeys"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/devices/{deviceId}/model-change": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What the device would lose with another model */
        get: operations["devices.modelChange"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/devices/{deviceId}/model": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Another model for the device; tells what was lost */
        post: operations["devices.changeModel"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/lines/{lineId}/ip-phone": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The apps of a line, and the types that are offered */
        get: operations["ipPhone.get"];
        put?: never;
        /** New app on a line, with its first code */
        post: operations["ipPhone.create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/devices/{deviceId}/app-code": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** New code of an app; the old one, the key behind it and the SIP secret are dead at once */
        post: operations["ipPhone.renew"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/devices/{deviceId}/app-code/mail": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Send the code that is on the page to a user */
        post: operations["ipPhone.mail"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/vpbxs/{vpbxId}/phonebook": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A page of the phonebook of a vPBX */
        get: operations["phonebook.list"];
        put?: never;
        /** New entry */
        post: operations["phonebook.create"];
        /** Delete all entries */
        delete: operations["phonebook.clear"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/vpbxs/{vpbxId}/phonebook/import": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Entries from a CSV file; with `dryRun` what it would do */
        post: operations["phonebook.import"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/vpbxs/{vpbxId}/phonebook/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** All entries as CSV */
        get: operations["phonebook.export"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/phonebook-entries/{entryId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Delete an entry */
        delete: operations["phonebook.delete"];
        options?: never;
        head?: never;
        /** Change an entry */
        patch: operations["phonebook.change"];
        trace?: never;
    };
    "/api/trunks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Trunks in their order */
        get: operations["trunks.list"];
        put?: never;
        /** New trunk, the last in order */
        post: operations["trunks.create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/trunks/order": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** The order in which trunks are tried */
        put: operations["trunks.order"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/trunks/{trunkId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Delete a trunk */
        delete: operations["trunks.delete"];
        options?: never;
        head?: never;
        /** Change a trunk */
        patch: operations["trunks.change"];
        trace?: never;
    };
    "/api/tariffs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Tariffs */
        get: operations["tariffs.list"];
        put?: never;
        /** New tariff */
        post: operations["tariffs.create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/tariffs/{tariffId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Delete a tariff that nobody uses */
        delete: operations["tariffs.delete"];
        options?: never;
        head?: never;
        /** Rename a tariff, or make it the default */
        patch: operations["tariffs.change"];
        trace?: never;
    };
    "/api/tariffs/{tariffId}/rates": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Rates of a tariff */
        get: operations["tariffs.rates"];
        put?: never;
        /** Rates from a CSV file, all or none */
        post: operations["tariffs.import"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/tariffs/{tariffId}/rate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The rate of a number */
        get: operations["tariffs.lookUp"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/tariffs/{tariffId}/csv": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Rates as CSV */
        get: operations["tariffs.export"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/mail-server": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** By which server mail is sent */
        get: operations["mailServer.get"];
        /** Set the mail server */
        put: operations["mailServer.change"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/mail-server/test": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Send a mail to try the server */
        post: operations["mailServer.test"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/vpbxs/{vpbxId}/teams": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Teams of a vPBX */
        get: operations["teams.list"];
        put?: never;
        /** New team */
        post: operations["teams.create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/teams/{teamId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Delete a team */
        delete: operations["teams.delete"];
        options?: never;
        head?: never;
        /** Change a team */
        patch: operations["teams.change"];
        trace?: never;
    };
    "/api/vpbxs/{vpbxId}/rights": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Call rights of a vPBX */
        get: operations["rights.ofVpbx"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Change call rights of a vPBX */
        patch: operations["rights.changeOfVpbx"];
        trace?: never;
    };
    "/api/extensions/{extensionId}/rights": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Call rights of an extension's account */
        get: operations["rights.ofAccount"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Change call rights of an extension's account */
        patch: operations["rights.changeOfAccount"];
        trace?: never;
    };
    "/api/lines/{lineId}/rights": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Call rights of a line */
        get: operations["rights.ofLine"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Change call rights of a line */
        patch: operations["rights.changeOfLine"];
        trace?: never;
    };
    "/api/vpbxs/{vpbxId}/charges": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** TopStop and use of a vPBX */
        get: operations["charges.ofVpbx"];
        /** Set the TopStop of a vPBX */
        put: operations["charges.limitVpbx"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/extensions/{extensionId}/charges": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** TopStop and use of an extension's account */
        get: operations["charges.ofAccount"];
        /** Set the TopStop of an extension's account */
        put: operations["charges.limitAccount"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/lines/{lineId}/charges": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** TopStop and use of a line */
        get: operations["charges.ofLine"];
        /** Set the TopStop of a line */
        put: operations["charges.limitLine"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/calls/running": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Calls that ring or are answered, in reach */
        get: operations["calls.running"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/calls/{callId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** End a running call */
        delete: operations["calls.end"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/calls": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Call records in reach, newest first */
        get: operations["calls.list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/calls/csv": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Call records as CSV */
        get: operations["calls.export"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/calls/chart": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Calls of a day by the hour */
        get: operations["calls.chart"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/registrations/by-make": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Registered devices by make */
        get: operations["calls.registrationsByMake"];
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
                        appName: string;
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
                        appName: string;
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
                        appName: string;
                        appOffered: boolean;
                        appContact: string;
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
                    appName?: string;
                    appOffered?: boolean;
                    appContact?: string;
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
                        appName: string;
                        appOffered: boolean;
                        appContact: string;
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
                        /** @enum {string} */
                        screen: "none" | "text" | "mono" | "colour" | "touch";
                        keys: {
                            count: number;
                            perPage: number;
                            /** @enum {string} */
                            layout: "bothSides" | "left" | "right" | "below" | "touch" | "columns";
                        } | null;
                        moduleMax: number;
                        keyTypes: ("none" | "line" | "blf" | "directDial" | "extension" | "group" | "voicemail" | "phonebook" | "transfer" | "forward" | "dnd" | "park" | "intercom" | "dtmf" | "multicast" | "url")[];
                        available: boolean;
                    }[];
                };
            };
        };
    };
    "models.get": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                modelId: string;
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
                        vendor: string;
                        vendorName: string;
                        name: string;
                        /** @enum {string} */
                        kind: "desk" | "conference" | "dectBase" | "dectHandset" | "gateway" | "app" | "browser";
                        lineSlots: number;
                        keyCount: number;
                        /** @enum {string} */
                        screen: "none" | "text" | "mono" | "colour" | "touch";
                        keys: {
                            count: number;
                            perPage: number;
                            /** @enum {string} */
                            layout: "bothSides" | "left" | "right" | "below" | "touch" | "columns";
                        } | null;
                        moduleMax: number;
                        keyTypes: ("none" | "line" | "blf" | "directDial" | "extension" | "group" | "voicemail" | "phonebook" | "transfer" | "forward" | "dnd" | "park" | "intercom" | "dtmf" | "multicast" | "url")[];
                        available: boolean;
                        keyLabels: ("display" | "paper") | null;
                        modules: {
                            id: string;
                            name: string;
                            keys: {
                                count: number;
                                perPage: number;
                                /** @enum {string} */
                                layout: "bothSides" | "left" | "right" | "below" | "touch" | "columns";
                            };
                            /** @enum {string} */
                            keyLabels: "display" | "paper";
                        }[];
                        handsets: {
                            max: number;
                            names: string[];
                        } | null;
                        bases: string[];
                        fax: ("t38" | "g711") | null;
                        phonebook: boolean;
                        passwords: {
                            admin: number | null;
                            userName: number | null;
                            user: number | null;
                        };
                        webLogin: {
                            user: string;
                            password: string | null;
                        } | null;
                        restart: boolean;
                        resync: boolean;
                        tlsVersions: string[];
                        /** @enum {string} */
                        trust: "caByUrl" | "caInline" | "caByHand" | "publicOnly";
                        /** @enum {string} */
                        takes: "fullUrl" | "directory";
                        followsRedirect: boolean;
                        redirectService: string | null;
                        /** @enum {string} */
                        transport: "udp" | "tcp" | "tls";
                        srtp: boolean;
                        extraLines: boolean;
                        sources: string[];
                        app: {
                            /** @enum {string} */
                            delivery: "link" | "code" | "file" | "typed";
                            systems: ("android" | "ios" | "windows" | "macos" | "linux")[];
                            can: ("fetchesLink" | "opensLink" | "refetches" | "encrypts" | "scansCode" | "readsFile" | "takesTyped" | "noPush" | "publicCertificate" | "secretInCode" | "secretInFile" | "noRefetch" | "latinName" | "noTransport" | "shopNoCode" | "makersCloud" | "makersPortal" | "noCode" | "replacesFile" | "dependsOnApp")[];
                            cannot: ("fetchesLink" | "opensLink" | "refetches" | "encrypts" | "scansCode" | "readsFile" | "takesTyped" | "noPush" | "publicCertificate" | "secretInCode" | "secretInFile" | "noRefetch" | "latinName" | "noTransport" | "shopNoCode" | "makersCloud" | "makersPortal" | "noCode" | "replacesFile" | "dependsOnApp")[];
                            steps: {
                                verb: string;
                                params: {
                                    [key: string]: string | {
                                        en: string;
                                        fr?: string;
                                        de?: string;
                                        it?: string;
                                    };
                                };
                            }[];
                            shops: {
                                /** @enum {string} */
                                shop: "apple" | "google" | "microsoft";
                                url: string;
                            }[];
                        } | null;
                    };
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
                        /** @enum {string} */
                        screen: "none" | "text" | "mono" | "colour" | "touch";
                        keys: {
                            count: number;
                            perPage: number;
                            /** @enum {string} */
                            layout: "bothSides" | "left" | "right" | "below" | "touch" | "columns";
                        } | null;
                        moduleMax: number;
                        keyTypes: ("none" | "line" | "blf" | "directDial" | "extension" | "group" | "voicemail" | "phonebook" | "transfer" | "forward" | "dnd" | "park" | "intercom" | "dtmf" | "multicast" | "url")[];
                        available: boolean;
                    };
                };
            };
        };
    };
    "models.setShops": {
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
                    /** @default  */
                    apple?: string;
                    /** @default  */
                    google?: string;
                    /** @default  */
                    microsoft?: string;
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
                        /** @enum {string} */
                        screen: "none" | "text" | "mono" | "colour" | "touch";
                        keys: {
                            count: number;
                            perPage: number;
                            /** @enum {string} */
                            layout: "bothSides" | "left" | "right" | "below" | "touch" | "columns";
                        } | null;
                        moduleMax: number;
                        keyTypes: ("none" | "line" | "blf" | "directDial" | "extension" | "group" | "voicemail" | "phonebook" | "transfer" | "forward" | "dnd" | "park" | "intercom" | "dtmf" | "multicast" | "url")[];
                        available: boolean;
                        keyLabels: ("display" | "paper") | null;
                        modules: {
                            id: string;
                            name: string;
                            keys: {
                                count: number;
                                perPage: number;
                                /** @enum {string} */
                                layout: "bothSides" | "left" | "right" | "below" | "touch" | "columns";
                            };
                            /** @enum {string} */
                            keyLabels: "display" | "paper";
                        }[];
                        handsets: {
                            max: number;
                            names: string[];
                        } | null;
                        bases: string[];
                        fax: ("t38" | "g711") | null;
                        phonebook: boolean;
                        passwords: {
                            admin: number | null;
                            userName: number | null;
                            user: number | null;
                        };
                        webLogin: {
                            user: string;
                            password: string | null;
                        } | null;
                        restart: boolean;
                        resync: boolean;
                        tlsVersions: string[];
                        /** @enum {string} */
                        trust: "caByUrl" | "caInline" | "caByHand" | "publicOnly";
                        /** @enum {string} */
                        takes: "fullUrl" | "directory";
                        followsRedirect: boolean;
                        redirectService: string | null;
                        /** @enum {string} */
                        transport: "udp" | "tcp" | "tls";
                        srtp: boolean;
                        extraLines: boolean;
                        sources: string[];
                        app: {
                            /** @enum {string} */
                            delivery: "link" | "code" | "file" | "typed";
                            systems: ("android" | "ios" | "windows" | "macos" | "linux")[];
                            can: ("fetchesLink" | "opensLink" | "refetches" | "encrypts" | "scansCode" | "readsFile" | "takesTyped" | "noPush" | "publicCertificate" | "secretInCode" | "secretInFile" | "noRefetch" | "latinName" | "noTransport" | "shopNoCode" | "makersCloud" | "makersPortal" | "noCode" | "replacesFile" | "dependsOnApp")[];
                            cannot: ("fetchesLink" | "opensLink" | "refetches" | "encrypts" | "scansCode" | "readsFile" | "takesTyped" | "noPush" | "publicCertificate" | "secretInCode" | "secretInFile" | "noRefetch" | "latinName" | "noTransport" | "shopNoCode" | "makersCloud" | "makersPortal" | "noCode" | "replacesFile" | "dependsOnApp")[];
                            steps: {
                                verb: string;
                                params: {
                                    [key: string]: string | {
                                        en: string;
                                        fr?: string;
                                        de?: string;
                                        it?: string;
                                    };
                                };
                            }[];
                            shops: {
                                /** @enum {string} */
                                shop: "apple" | "google" | "microsoft";
                                url: string;
                            }[];
                        } | null;
                    };
                };
            };
        };
    };
    "models.listOf": {
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
                        vendor: string;
                        vendorName: string;
                        name: string;
                        /** @enum {string} */
                        kind: "desk" | "conference" | "dectBase" | "dectHandset" | "gateway" | "app" | "browser";
                        lineSlots: number;
                        keyCount: number;
                        /** @enum {string} */
                        screen: "none" | "text" | "mono" | "colour" | "touch";
                        keys: {
                            count: number;
                            perPage: number;
                            /** @enum {string} */
                            layout: "bothSides" | "left" | "right" | "below" | "touch" | "columns";
                        } | null;
                        moduleMax: number;
                        keyTypes: ("none" | "line" | "blf" | "directDial" | "extension" | "group" | "voicemail" | "phonebook" | "transfer" | "forward" | "dnd" | "park" | "intercom" | "dtmf" | "multicast" | "url")[];
                        available: boolean;
                    }[];
                };
            };
        };
    };
    "models.changeOf": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                vpbxId: string;
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
                        /** @enum {string} */
                        screen: "none" | "text" | "mono" | "colour" | "touch";
                        keys: {
                            count: number;
                            perPage: number;
                            /** @enum {string} */
                            layout: "bothSides" | "left" | "right" | "below" | "touch" | "columns";
                        } | null;
                        moduleMax: number;
                        keyTypes: ("none" | "line" | "blf" | "directDial" | "extension" | "group" | "voicemail" | "phonebook" | "transfer" | "forward" | "dnd" | "park" | "intercom" | "dtmf" | "multicast" | "url")[];
                        available: boolean;
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
    "settings.read": {
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
                        settings: {
                            /** @enum {string} */
                            transport?: "automatic" | "udp" | "tcp" | "tls";
                            /** @enum {string} */
                            srtp?: "automatic" | "off" | "optional" | "required";
                            expiry?: number;
                            codecs?: ("g722" | "pcma" | "pcmu" | "g729" | "opus")[];
                            ntpServer?: string;
                            lldp?: boolean;
                            vlan?: number;
                            vlanPriority?: number;
                            nightlySync?: boolean;
                            webPage?: boolean;
                        };
                        inherited: {
                            /** @enum {string} */
                            transport: "automatic" | "udp" | "tcp" | "tls";
                            /** @enum {string} */
                            srtp: "automatic" | "off" | "optional" | "required";
                            expiry: number;
                            codecs: ("g722" | "pcma" | "pcmu" | "g729" | "opus")[];
                            ntpServer: string;
                            lldp: boolean;
                            vlan: number;
                            vlanPriority: number;
                            nightlySync: boolean;
                            webPage: boolean;
                        };
                        extraLines: string;
                        extraLinesAllowed: boolean;
                        deviceCount: number;
                        version: number;
                    };
                };
            };
        };
    };
    "settings.write": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    settings: {
                        /** @enum {string} */
                        transport?: "automatic" | "udp" | "tcp" | "tls";
                        /** @enum {string} */
                        srtp?: "automatic" | "off" | "optional" | "required";
                        expiry?: number;
                        codecs?: ("g722" | "pcma" | "pcmu" | "g729" | "opus")[];
                        ntpServer?: string;
                        lldp?: boolean;
                        vlan?: number;
                        vlanPriority?: number;
                        nightlySync?: boolean;
                        webPage?: boolean;
                    };
                    extraLines?: string;
                    version: number;
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
                        settings: {
                            /** @enum {string} */
                            transport?: "automatic" | "udp" | "tcp" | "tls";
                            /** @enum {string} */
                            srtp?: "automatic" | "off" | "optional" | "required";
                            expiry?: number;
                            codecs?: ("g722" | "pcma" | "pcmu" | "g729" | "opus")[];
                            ntpServer?: string;
                            lldp?: boolean;
                            vlan?: number;
                            vlanPriority?: number;
                            nightlySync?: boolean;
                            webPage?: boolean;
                        };
                        inherited: {
                            /** @enum {string} */
                            transport: "automatic" | "udp" | "tcp" | "tls";
                            /** @enum {string} */
                            srtp: "automatic" | "off" | "optional" | "required";
                            expiry: number;
                            codecs: ("g722" | "pcma" | "pcmu" | "g729" | "opus")[];
                            ntpServer: string;
                            lldp: boolean;
                            vlan: number;
                            vlanPriority: number;
                            nightlySync: boolean;
                            webPage: boolean;
                        };
                        extraLines: string;
                        extraLinesAllowed: boolean;
                        deviceCount: number;
                        version: number;
                    };
                };
            };
        };
    };
    "settings.readOfModel": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                modelId: string;
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
                        settings: {
                            /** @enum {string} */
                            transport?: "automatic" | "udp" | "tcp" | "tls";
                            /** @enum {string} */
                            srtp?: "automatic" | "off" | "optional" | "required";
                            expiry?: number;
                            codecs?: ("g722" | "pcma" | "pcmu" | "g729" | "opus")[];
                            ntpServer?: string;
                            lldp?: boolean;
                            vlan?: number;
                            vlanPriority?: number;
                            nightlySync?: boolean;
                            webPage?: boolean;
                        };
                        inherited: {
                            /** @enum {string} */
                            transport: "automatic" | "udp" | "tcp" | "tls";
                            /** @enum {string} */
                            srtp: "automatic" | "off" | "optional" | "required";
                            expiry: number;
                            codecs: ("g722" | "pcma" | "pcmu" | "g729" | "opus")[];
                            ntpServer: string;
                            lldp: boolean;
                            vlan: number;
                            vlanPriority: number;
                            nightlySync: boolean;
                            webPage: boolean;
                        };
                        extraLines: string;
                        extraLinesAllowed: boolean;
                        deviceCount: number;
                        version: number;
                    };
                };
            };
        };
    };
    "settings.writeOfModel": {
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
                    settings: {
                        /** @enum {string} */
                        transport?: "automatic" | "udp" | "tcp" | "tls";
                        /** @enum {string} */
                        srtp?: "automatic" | "off" | "optional" | "required";
                        expiry?: number;
                        codecs?: ("g722" | "pcma" | "pcmu" | "g729" | "opus")[];
                        ntpServer?: string;
                        lldp?: boolean;
                        vlan?: number;
                        vlanPriority?: number;
                        nightlySync?: boolean;
                        webPage?: boolean;
                    };
                    extraLines?: string;
                    version: number;
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
                        settings: {
                            /** @enum {string} */
                            transport?: "automatic" | "udp" | "tcp" | "tls";
                            /** @enum {string} */
                            srtp?: "automatic" | "off" | "optional" | "required";
                            expiry?: number;
                            codecs?: ("g722" | "pcma" | "pcmu" | "g729" | "opus")[];
                            ntpServer?: string;
                            lldp?: boolean;
                            vlan?: number;
                            vlanPriority?: number;
                            nightlySync?: boolean;
                            webPage?: boolean;
                        };
                        inherited: {
                            /** @enum {string} */
                            transport: "automatic" | "udp" | "tcp" | "tls";
                            /** @enum {string} */
                            srtp: "automatic" | "off" | "optional" | "required";
                            expiry: number;
                            codecs: ("g722" | "pcma" | "pcmu" | "g729" | "opus")[];
                            ntpServer: string;
                            lldp: boolean;
                            vlan: number;
                            vlanPriority: number;
                            nightlySync: boolean;
                            webPage: boolean;
                        };
                        extraLines: string;
                        extraLinesAllowed: boolean;
                        deviceCount: number;
                        version: number;
                    };
                };
            };
        };
    };
    "settings.readOfVendor": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                vendorId: string;
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
                        settings: {
                            /** @enum {string} */
                            transport?: "automatic" | "udp" | "tcp" | "tls";
                            /** @enum {string} */
                            srtp?: "automatic" | "off" | "optional" | "required";
                            expiry?: number;
                            codecs?: ("g722" | "pcma" | "pcmu" | "g729" | "opus")[];
                            ntpServer?: string;
                            lldp?: boolean;
                            vlan?: number;
                            vlanPriority?: number;
                            nightlySync?: boolean;
                            webPage?: boolean;
                        };
                        inherited: {
                            /** @enum {string} */
                            transport: "automatic" | "udp" | "tcp" | "tls";
                            /** @enum {string} */
                            srtp: "automatic" | "off" | "optional" | "required";
                            expiry: number;
                            codecs: ("g722" | "pcma" | "pcmu" | "g729" | "opus")[];
                            ntpServer: string;
                            lldp: boolean;
                            vlan: number;
                            vlanPriority: number;
                            nightlySync: boolean;
                            webPage: boolean;
                        };
                        extraLines: string;
                        extraLinesAllowed: boolean;
                        deviceCount: number;
                        version: number;
                    };
                };
            };
        };
    };
    "settings.writeOfVendor": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                vendorId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    settings: {
                        /** @enum {string} */
                        transport?: "automatic" | "udp" | "tcp" | "tls";
                        /** @enum {string} */
                        srtp?: "automatic" | "off" | "optional" | "required";
                        expiry?: number;
                        codecs?: ("g722" | "pcma" | "pcmu" | "g729" | "opus")[];
                        ntpServer?: string;
                        lldp?: boolean;
                        vlan?: number;
                        vlanPriority?: number;
                        nightlySync?: boolean;
                        webPage?: boolean;
                    };
                    extraLines?: string;
                    version: number;
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
                        settings: {
                            /** @enum {string} */
                            transport?: "automatic" | "udp" | "tcp" | "tls";
                            /** @enum {string} */
                            srtp?: "automatic" | "off" | "optional" | "required";
                            expiry?: number;
                            codecs?: ("g722" | "pcma" | "pcmu" | "g729" | "opus")[];
                            ntpServer?: string;
                            lldp?: boolean;
                            vlan?: number;
                            vlanPriority?: number;
                            nightlySync?: boolean;
                            webPage?: boolean;
                        };
                        inherited: {
                            /** @enum {string} */
                            transport: "automatic" | "udp" | "tcp" | "tls";
                            /** @enum {string} */
                            srtp: "automatic" | "off" | "optional" | "required";
                            expiry: number;
                            codecs: ("g722" | "pcma" | "pcmu" | "g729" | "opus")[];
                            ntpServer: string;
                            lldp: boolean;
                            vlan: number;
                            vlanPriority: number;
                            nightlySync: boolean;
                            webPage: boolean;
                        };
                        extraLines: string;
                        extraLinesAllowed: boolean;
                        deviceCount: number;
                        version: number;
                    };
                };
            };
        };
    };
    "settings.readOfVpbx": {
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
                        settings: {
                            /** @enum {string} */
                            transport?: "automatic" | "udp" | "tcp" | "tls";
                            /** @enum {string} */
                            srtp?: "automatic" | "off" | "optional" | "required";
                            expiry?: number;
                            codecs?: ("g722" | "pcma" | "pcmu" | "g729" | "opus")[];
                            ntpServer?: string;
                            lldp?: boolean;
                            vlan?: number;
                            vlanPriority?: number;
                            nightlySync?: boolean;
                            webPage?: boolean;
                        };
                        inherited: {
                            /** @enum {string} */
                            transport: "automatic" | "udp" | "tcp" | "tls";
                            /** @enum {string} */
                            srtp: "automatic" | "off" | "optional" | "required";
                            expiry: number;
                            codecs: ("g722" | "pcma" | "pcmu" | "g729" | "opus")[];
                            ntpServer: string;
                            lldp: boolean;
                            vlan: number;
                            vlanPriority: number;
                            nightlySync: boolean;
                            webPage: boolean;
                        };
                        extraLines: string;
                        extraLinesAllowed: boolean;
                        deviceCount: number;
                        version: number;
                    };
                };
            };
        };
    };
    "settings.writeOfVpbx": {
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
                    settings: {
                        /** @enum {string} */
                        transport?: "automatic" | "udp" | "tcp" | "tls";
                        /** @enum {string} */
                        srtp?: "automatic" | "off" | "optional" | "required";
                        expiry?: number;
                        codecs?: ("g722" | "pcma" | "pcmu" | "g729" | "opus")[];
                        ntpServer?: string;
                        lldp?: boolean;
                        vlan?: number;
                        vlanPriority?: number;
                        nightlySync?: boolean;
                        webPage?: boolean;
                    };
                    extraLines?: string;
                    version: number;
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
                        settings: {
                            /** @enum {string} */
                            transport?: "automatic" | "udp" | "tcp" | "tls";
                            /** @enum {string} */
                            srtp?: "automatic" | "off" | "optional" | "required";
                            expiry?: number;
                            codecs?: ("g722" | "pcma" | "pcmu" | "g729" | "opus")[];
                            ntpServer?: string;
                            lldp?: boolean;
                            vlan?: number;
                            vlanPriority?: number;
                            nightlySync?: boolean;
                            webPage?: boolean;
                        };
                        inherited: {
                            /** @enum {string} */
                            transport: "automatic" | "udp" | "tcp" | "tls";
                            /** @enum {string} */
                            srtp: "automatic" | "off" | "optional" | "required";
                            expiry: number;
                            codecs: ("g722" | "pcma" | "pcmu" | "g729" | "opus")[];
                            ntpServer: string;
                            lldp: boolean;
                            vlan: number;
                            vlanPriority: number;
                            nightlySync: boolean;
                            webPage: boolean;
                        };
                        extraLines: string;
                        extraLinesAllowed: boolean;
                        deviceCount: number;
                        version: number;
                    };
                };
            };
        };
    };
    "settings.readOfVpbxModel": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                vpbxId: string;
                modelId: string;
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
                        settings: {
                            /** @enum {string} */
                            transport?: "automatic" | "udp" | "tcp" | "tls";
                            /** @enum {string} */
                            srtp?: "automatic" | "off" | "optional" | "required";
                            expiry?: number;
                            codecs?: ("g722" | "pcma" | "pcmu" | "g729" | "opus")[];
                            ntpServer?: string;
                            lldp?: boolean;
                            vlan?: number;
                            vlanPriority?: number;
                            nightlySync?: boolean;
                            webPage?: boolean;
                        };
                        inherited: {
                            /** @enum {string} */
                            transport: "automatic" | "udp" | "tcp" | "tls";
                            /** @enum {string} */
                            srtp: "automatic" | "off" | "optional" | "required";
                            expiry: number;
                            codecs: ("g722" | "pcma" | "pcmu" | "g729" | "opus")[];
                            ntpServer: string;
                            lldp: boolean;
                            vlan: number;
                            vlanPriority: number;
                            nightlySync: boolean;
                            webPage: boolean;
                        };
                        extraLines: string;
                        extraLinesAllowed: boolean;
                        deviceCount: number;
                        version: number;
                    };
                };
            };
        };
    };
    "settings.writeOfVpbxModel": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                vpbxId: string;
                modelId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    settings: {
                        /** @enum {string} */
                        transport?: "automatic" | "udp" | "tcp" | "tls";
                        /** @enum {string} */
                        srtp?: "automatic" | "off" | "optional" | "required";
                        expiry?: number;
                        codecs?: ("g722" | "pcma" | "pcmu" | "g729" | "opus")[];
                        ntpServer?: string;
                        lldp?: boolean;
                        vlan?: number;
                        vlanPriority?: number;
                        nightlySync?: boolean;
                        webPage?: boolean;
                    };
                    extraLines?: string;
                    version: number;
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
                        settings: {
                            /** @enum {string} */
                            transport?: "automatic" | "udp" | "tcp" | "tls";
                            /** @enum {string} */
                            srtp?: "automatic" | "off" | "optional" | "required";
                            expiry?: number;
                            codecs?: ("g722" | "pcma" | "pcmu" | "g729" | "opus")[];
                            ntpServer?: string;
                            lldp?: boolean;
                            vlan?: number;
                            vlanPriority?: number;
                            nightlySync?: boolean;
                            webPage?: boolean;
                        };
                        inherited: {
                            /** @enum {string} */
                            transport: "automatic" | "udp" | "tcp" | "tls";
                            /** @enum {string} */
                            srtp: "automatic" | "off" | "optional" | "required";
                            expiry: number;
                            codecs: ("g722" | "pcma" | "pcmu" | "g729" | "opus")[];
                            ntpServer: string;
                            lldp: boolean;
                            vlan: number;
                            vlanPriority: number;
                            nightlySync: boolean;
                            webPage: boolean;
                        };
                        extraLines: string;
                        extraLinesAllowed: boolean;
                        deviceCount: number;
                        version: number;
                    };
                };
            };
        };
    };
    "settings.readOfDevice": {
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
                        settings: {
                            /** @enum {string} */
                            transport?: "automatic" | "udp" | "tcp" | "tls";
                            /** @enum {string} */
                            srtp?: "automatic" | "off" | "optional" | "required";
                            expiry?: number;
                            codecs?: ("g722" | "pcma" | "pcmu" | "g729" | "opus")[];
                            ntpServer?: string;
                            lldp?: boolean;
                            vlan?: number;
                            vlanPriority?: number;
                            nightlySync?: boolean;
                            webPage?: boolean;
                        };
                        inherited: {
                            /** @enum {string} */
                            transport: "automatic" | "udp" | "tcp" | "tls";
                            /** @enum {string} */
                            srtp: "automatic" | "off" | "optional" | "required";
                            expiry: number;
                            codecs: ("g722" | "pcma" | "pcmu" | "g729" | "opus")[];
                            ntpServer: string;
                            lldp: boolean;
                            vlan: number;
                            vlanPriority: number;
                            nightlySync: boolean;
                            webPage: boolean;
                        };
                        extraLines: string;
                        extraLinesAllowed: boolean;
                        deviceCount: number;
                        version: number;
                    };
                };
            };
        };
    };
    "settings.writeOfDevice": {
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
                    settings: {
                        /** @enum {string} */
                        transport?: "automatic" | "udp" | "tcp" | "tls";
                        /** @enum {string} */
                        srtp?: "automatic" | "off" | "optional" | "required";
                        expiry?: number;
                        codecs?: ("g722" | "pcma" | "pcmu" | "g729" | "opus")[];
                        ntpServer?: string;
                        lldp?: boolean;
                        vlan?: number;
                        vlanPriority?: number;
                        nightlySync?: boolean;
                        webPage?: boolean;
                    };
                    extraLines?: string;
                    version: number;
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
                        settings: {
                            /** @enum {string} */
                            transport?: "automatic" | "udp" | "tcp" | "tls";
                            /** @enum {string} */
                            srtp?: "automatic" | "off" | "optional" | "required";
                            expiry?: number;
                            codecs?: ("g722" | "pcma" | "pcmu" | "g729" | "opus")[];
                            ntpServer?: string;
                            lldp?: boolean;
                            vlan?: number;
                            vlanPriority?: number;
                            nightlySync?: boolean;
                            webPage?: boolean;
                        };
                        inherited: {
                            /** @enum {string} */
                            transport: "automatic" | "udp" | "tcp" | "tls";
                            /** @enum {string} */
                            srtp: "automatic" | "off" | "optional" | "required";
                            expiry: number;
                            codecs: ("g722" | "pcma" | "pcmu" | "g729" | "opus")[];
                            ntpServer: string;
                            lldp: boolean;
                            vlan: number;
                            vlanPriority: number;
                            nightlySync: boolean;
                            webPage: boolean;
                        };
                        extraLines: string;
                        extraLinesAllowed: boolean;
                        deviceCount: number;
                        version: number;
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
                        webPhone: boolean;
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
                        webPhone: boolean;
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
                        webPhone: boolean;
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
                    webPhone?: boolean;
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
                        webPhone: boolean;
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
                    email?: string;
                    /** @enum {string} */
                    role?: "administrator" | "user";
                    /** @enum {string} */
                    language?: "fr" | "de" | "en" | "it";
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
                        number: string;
                        slots: number[];
                        furtherNumbers: string[];
                        manageable: boolean;
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
                        base: {
                            id: string;
                            lineId: string;
                            name: string;
                            note: string;
                            number: string;
                            slot: number | null;
                            manageable: boolean;
                        } | null;
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
                    baseStationId?: string;
                    baseSlot?: number;
                    ipui?: string;
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
                        number: string;
                        slots: number[];
                        furtherNumbers: string[];
                        manageable: boolean;
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
                        base: {
                            id: string;
                            lineId: string;
                            name: string;
                            note: string;
                            number: string;
                            slot: number | null;
                            manageable: boolean;
                        } | null;
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
                            number: string;
                            slots: number[];
                            furtherNumbers: string[];
                            manageable: boolean;
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
                            base: {
                                id: string;
                                lineId: string;
                                name: string;
                                note: string;
                                number: string;
                                slot: number | null;
                                manageable: boolean;
                            } | null;
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
                        hasKey: boolean;
                        redirectService: string | null;
                        redirectAvailable: boolean;
                        slots: {
                            slot: number;
                            lineId: string;
                            number: string;
                            authName: string;
                        }[];
                        lineSlots: number;
                        handset: {
                            ipui: string | null;
                        } | null;
                        baseStation: {
                            max: number;
                            rfpi: {
                                value: string | null;
                            } | null;
                            pin: boolean;
                            cells: number;
                        } | null;
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
                    baseStationId?: string | null;
                    baseSlot?: number;
                    ipui?: string;
                    rfpi?: string;
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
                            number: string;
                            slots: number[];
                            furtherNumbers: string[];
                            manageable: boolean;
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
                            base: {
                                id: string;
                                lineId: string;
                                name: string;
                                note: string;
                                number: string;
                                slot: number | null;
                                manageable: boolean;
                            } | null;
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
                        hasKey: boolean;
                        redirectService: string | null;
                        redirectAvailable: boolean;
                        slots: {
                            slot: number;
                            lineId: string;
                            number: string;
                            authName: string;
                        }[];
                        lineSlots: number;
                        handset: {
                            ipui: string | null;
                        } | null;
                        baseStation: {
                            max: number;
                            rfpi: {
                                value: string | null;
                            } | null;
                            pin: boolean;
                            cells: number;
                        } | null;
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
                        number: string;
                        slots: number[];
                        furtherNumbers: string[];
                        manageable: boolean;
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
                        base: {
                            id: string;
                            lineId: string;
                            name: string;
                            note: string;
                            number: string;
                            slot: number | null;
                            manageable: boolean;
                        } | null;
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
                                [key: string]: string | {
                                    en: string;
                                    fr?: string;
                                    de?: string;
                                    it?: string;
                                };
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
    "devices.lines": {
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
                        version: number;
                        slotCount: number;
                        fax: ("t38" | "g711") | null;
                        slots: {
                            slot: number;
                            lineId: string;
                            number: string;
                            displayName: string;
                            fax: boolean;
                            editable: boolean;
                            registrationCount: number | null;
                        }[];
                        lines: {
                            id: string;
                            number: string;
                            displayName: string;
                        }[];
                    };
                };
            };
        };
    };
    "devices.setLines": {
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
                    version: number;
                    slots: {
                        slot: number;
                        lineId: string;
                        fax?: boolean;
                    }[];
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
                        version: number;
                        slotCount: number;
                        fax: ("t38" | "g711") | null;
                        slots: {
                            slot: number;
                            lineId: string;
                            number: string;
                            displayName: string;
                            fax: boolean;
                            editable: boolean;
                            registrationCount: number | null;
                        }[];
                        lines: {
                            id: string;
                            number: string;
                            displayName: string;
                        }[];
                    };
                };
            };
        };
    };
    "devices.baseStations": {
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
                        name: string;
                        note: string;
                        number: string;
                        ipui: ("required" | "optional") | null;
                        freeSlots: number[];
                    }[];
                };
            };
        };
    };
    "devices.baseStationsForNew": {
        parameters: {
            query: {
                model: string;
            };
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
                        name: string;
                        note: string;
                        number: string;
                        ipui: ("required" | "optional") | null;
                        freeSlots: number[];
                    }[];
                };
            };
        };
    };
    "devices.handsets": {
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
                        max: number;
                        handsets: {
                            id: string;
                            lineId: string;
                            name: string;
                            note: string;
                            number: string;
                            displayName: string;
                            slot: number;
                            ipui: string | null;
                            registrationCount: number | null;
                            manageable: boolean;
                        }[];
                        cells: {
                            id: string;
                            lineId: string;
                            name: string;
                            note: string;
                            number: string;
                            manageable: boolean;
                        }[];
                        models: {
                            id: string;
                            name: string;
                        }[];
                        ipui: ("required" | "optional") | null;
                    };
                };
            };
        };
    };
    "devices.revealPin": {
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
                        pin: string;
                    };
                };
            };
        };
    };
    "devices.keys": {
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
                        version: number;
                        phone: {
                            keyCount: number;
                            perPage: number;
                            /** @enum {string} */
                            layout: "bothSides" | "left" | "right" | "below" | "touch" | "columns";
                            labels: ("display" | "paper") | null;
                        } | null;
                        modules: {
                            id: string;
                            name: string;
                            keyCount: number;
                            perPage: number;
                            /** @enum {string} */
                            layout: "bothSides" | "left" | "right" | "below" | "touch" | "columns";
                            labels: ("display" | "paper") | null;
                        }[];
                        moduleTypes: {
                            id: string;
                            name: string;
                            keyCount: number;
                            perPage: number;
                            /** @enum {string} */
                            layout: "bothSides" | "left" | "right" | "below" | "touch" | "columns";
                            labels: ("display" | "paper") | null;
                        }[];
                        moduleMax: number;
                        labelLength: number;
                        functions: {
                            /** @enum {string} */
                            type: "none" | "line" | "blf" | "directDial" | "extension" | "group" | "voicemail" | "phonebook" | "transfer" | "forward" | "dnd" | "park" | "intercom" | "dtmf" | "multicast" | "url";
                            /** @enum {string} */
                            value: "nothing" | "extension" | "group" | "lineSlot" | "number" | "digits" | "multicastAddress" | "url";
                            needed: boolean;
                        }[];
                        keys: {
                            module: number;
                            slot: number;
                            /** @enum {string} */
                            type: "none" | "line" | "blf" | "directDial" | "extension" | "group" | "voicemail" | "phonebook" | "transfer" | "forward" | "dnd" | "park" | "intercom" | "dtmf" | "multicast" | "url";
                            value: string;
                            label: string;
                            line: number | null;
                        }[];
                        extensions: {
                            number: string;
                            displayName: string;
                        }[];
                        teams: {
                            number: string;
                            name: string;
                        }[];
                        lineSlots: {
                            slot: number;
                            number: string;
                        }[];
                    };
                };
            };
        };
    };
    "devices.setKeys": {
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
                    version: number;
                    /** @default [] */
                    modules?: string[];
                    /** @default [] */
                    keys?: {
                        /** @default 0 */
                        module?: number;
                        slot: number;
                        /** @enum {string} */
                        type: "none" | "line" | "blf" | "directDial" | "extension" | "group" | "voicemail" | "phonebook" | "transfer" | "forward" | "dnd" | "park" | "intercom" | "dtmf" | "multicast" | "url" | "phone";
                        /** @default  */
                        value?: string;
                        /** @default  */
                        label?: string;
                        /** @default null */
                        line?: number | null;
                    }[];
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
                        version: number;
                        phone: {
                            keyCount: number;
                            perPage: number;
                            /** @enum {string} */
                            layout: "bothSides" | "left" | "right" | "below" | "touch" | "columns";
                            labels: ("display" | "paper") | null;
                        } | null;
                        modules: {
                            id: string;
                            name: string;
                            keyCount: number;
                            perPage: number;
                            /** @enum {string} */
                            layout: "bothSides" | "left" | "right" | "below" | "touch" | "columns";
                            labels: ("display" | "paper") | null;
                        }[];
                        moduleTypes: {
                            id: string;
                            name: string;
                            keyCount: number;
                            perPage: number;
                            /** @enum {string} */
                            layout: "bothSides" | "left" | "right" | "below" | "touch" | "columns";
                            labels: ("display" | "paper") | null;
                        }[];
                        moduleMax: number;
                        labelLength: number;
                        functions: {
                            /** @enum {string} */
                            type: "none" | "line" | "blf" | "directDial" | "extension" | "group" | "voicemail" | "phonebook" | "transfer" | "forward" | "dnd" | "park" | "intercom" | "dtmf" | "multicast" | "url";
                            /** @enum {string} */
                            value: "nothing" | "extension" | "group" | "lineSlot" | "number" | "digits" | "multicastAddress" | "url";
                            needed: boolean;
                        }[];
                        keys: {
                            module: number;
                            slot: number;
                            /** @enum {string} */
                            type: "none" | "line" | "blf" | "directDial" | "extension" | "group" | "voicemail" | "phonebook" | "transfer" | "forward" | "dnd" | "park" | "intercom" | "dtmf" | "multicast" | "url";
                            value: string;
                            label: string;
                            line: number | null;
                        }[];
                        extensions: {
                            number: string;
                            displayName: string;
                        }[];
                        teams: {
                            number: string;
                            name: string;
                        }[];
                        lineSlots: {
                            slot: number;
                            number: string;
                        }[];
                    };
                };
            };
        };
    };
    "devices.modelChange": {
        parameters: {
            query: {
                model: string;
            };
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
                        model: {
                            id: string;
                            name: string;
                            vendorName: string;
                            /** @enum {string} */
                            kind: "desk" | "conference" | "dectBase" | "dectHandset" | "gateway" | "app" | "browser";
                        };
                        keys: {
                            module: number;
                            slot: number;
                            /** @enum {string} */
                            type: "none" | "line" | "blf" | "directDial" | "extension" | "group" | "voicemail" | "phonebook" | "transfer" | "forward" | "dnd" | "park" | "intercom" | "dtmf" | "multicast" | "url";
                            value: string;
                            label: string;
                            line: number | null;
                        }[];
                        labels: {
                            module: number;
                            slot: number;
                            /** @enum {string} */
                            type: "none" | "line" | "blf" | "directDial" | "extension" | "group" | "voicemail" | "phonebook" | "transfer" | "forward" | "dnd" | "park" | "intercom" | "dtmf" | "multicast" | "url";
                            value: string;
                            label: string;
                            line: number | null;
                        }[];
                        modules: {
                            position: number;
                            name: string;
                        }[];
                        lineSlots: {
                            slot: number;
                            number: string;
                        }[];
                        access: ("adminPassword" | "userPassword" | "userName")[];
                    };
                };
            };
        };
    };
    "devices.changeModel": {
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
                        model: {
                            id: string;
                            name: string;
                            vendorName: string;
                            /** @enum {string} */
                            kind: "desk" | "conference" | "dectBase" | "dectHandset" | "gateway" | "app" | "browser";
                        };
                        keys: {
                            module: number;
                            slot: number;
                            /** @enum {string} */
                            type: "none" | "line" | "blf" | "directDial" | "extension" | "group" | "voicemail" | "phonebook" | "transfer" | "forward" | "dnd" | "park" | "intercom" | "dtmf" | "multicast" | "url";
                            value: string;
                            label: string;
                            line: number | null;
                        }[];
                        labels: {
                            module: number;
                            slot: number;
                            /** @enum {string} */
                            type: "none" | "line" | "blf" | "directDial" | "extension" | "group" | "voicemail" | "phonebook" | "transfer" | "forward" | "dnd" | "park" | "intercom" | "dtmf" | "multicast" | "url";
                            value: string;
                            label: string;
                            line: number | null;
                        }[];
                        modules: {
                            position: number;
                            name: string;
                        }[];
                        lineSlots: {
                            slot: number;
                            number: string;
                        }[];
                        access: ("adminPassword" | "userPassword" | "userName")[];
                    };
                };
            };
        };
    };
    "ipPhone.get": {
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
                        name: string;
                        offered: boolean;
                        contact: string;
                        providerName: string;
                        ownCertificate: boolean;
                        types: {
                            /** @enum {string} */
                            delivery: "link" | "code" | "file" | "typed";
                            systems: ("android" | "ios" | "windows" | "macos" | "linux")[];
                            can: ("fetchesLink" | "opensLink" | "refetches" | "encrypts" | "scansCode" | "readsFile" | "takesTyped" | "noPush" | "publicCertificate" | "secretInCode" | "secretInFile" | "noRefetch" | "latinName" | "noTransport" | "shopNoCode" | "makersCloud" | "makersPortal" | "noCode" | "replacesFile" | "dependsOnApp")[];
                            cannot: ("fetchesLink" | "opensLink" | "refetches" | "encrypts" | "scansCode" | "readsFile" | "takesTyped" | "noPush" | "publicCertificate" | "secretInCode" | "secretInFile" | "noRefetch" | "latinName" | "noTransport" | "shopNoCode" | "makersCloud" | "makersPortal" | "noCode" | "replacesFile" | "dependsOnApp")[];
                            steps: {
                                verb: string;
                                params: {
                                    [key: string]: string | {
                                        en: string;
                                        fr?: string;
                                        de?: string;
                                        it?: string;
                                    };
                                };
                            }[];
                            shops: {
                                /** @enum {string} */
                                shop: "apple" | "google" | "microsoft";
                                url: string;
                            }[];
                            id: string;
                            vendorName: string;
                            name: string;
                        }[];
                        apps: {
                            device: {
                                id: string;
                                vpbxId: string;
                                lineId: string;
                                number: string;
                                slots: number[];
                                furtherNumbers: string[];
                                manageable: boolean;
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
                                base: {
                                    id: string;
                                    lineId: string;
                                    name: string;
                                    note: string;
                                    number: string;
                                    slot: number | null;
                                    manageable: boolean;
                                } | null;
                                createdAt: number;
                                keyRenewedAt: number;
                            };
                            /** @enum {string} */
                            delivery: "link" | "code" | "file" | "typed";
                            code: {
                                madeAt: number;
                                expiresAt: number;
                                usedAt: number | null;
                            } | null;
                        }[];
                        recipients: {
                            id: string;
                            name: string;
                        }[];
                    };
                };
            };
        };
    };
    "ipPhone.create": {
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
                        deviceId: string;
                        steps: {
                            verb: string;
                            params: {
                                [key: string]: string | {
                                    en: string;
                                    fr?: string;
                                    de?: string;
                                    it?: string;
                                };
                            };
                        }[];
                        code: {
                            /** @enum {string} */
                            delivery: "link";
                            link: string;
                            opens: string | null;
                            qr: string;
                            cameraQr: string | null;
                            expiresAt: number;
                        } | {
                            /** @enum {string} */
                            delivery: "code";
                            qr: string;
                        } | {
                            /** @enum {string} */
                            delivery: "file";
                            fileName: string;
                            content: string;
                        } | {
                            /** @enum {string} */
                            delivery: "typed";
                            data: {
                                server: string;
                                port: number;
                                /** @enum {string} */
                                transport: "udp" | "tcp" | "tls";
                                /** @enum {string} */
                                srtp: "off" | "optional" | "required";
                                user: string;
                                authName: string;
                                password: string;
                                displayName: string;
                                voicemail: string;
                                expiry: number;
                            };
                        };
                    };
                };
            };
        };
    };
    "ipPhone.renew": {
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
                        deviceId: string;
                        steps: {
                            verb: string;
                            params: {
                                [key: string]: string | {
                                    en: string;
                                    fr?: string;
                                    de?: string;
                                    it?: string;
                                };
                            };
                        }[];
                        code: {
                            /** @enum {string} */
                            delivery: "link";
                            link: string;
                            opens: string | null;
                            qr: string;
                            cameraQr: string | null;
                            expiresAt: number;
                        } | {
                            /** @enum {string} */
                            delivery: "code";
                            qr: string;
                        } | {
                            /** @enum {string} */
                            delivery: "file";
                            fileName: string;
                            content: string;
                        } | {
                            /** @enum {string} */
                            delivery: "typed";
                            data: {
                                server: string;
                                port: number;
                                /** @enum {string} */
                                transport: "udp" | "tcp" | "tls";
                                /** @enum {string} */
                                srtp: "off" | "optional" | "required";
                                user: string;
                                authName: string;
                                password: string;
                                displayName: string;
                                voicemail: string;
                                expiry: number;
                            };
                        };
                    };
                };
            };
        };
    };
    "ipPhone.mail": {
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
                    ticket: string;
                    userId: string;
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
    "phonebook.list": {
        parameters: {
            query?: {
                q?: string;
                offset?: number;
                limit?: number;
            };
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
                        entries: {
                            id: string;
                            name: string;
                            number: string;
                            mobile: string | null;
                            other: string | null;
                            shortNumber: string | null;
                            shown: {
                                number: string;
                                mobile: string | null;
                                other: string | null;
                            };
                        }[];
                        total: number;
                    };
                };
            };
        };
    };
    "phonebook.create": {
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
                    name: string;
                    number: string;
                    mobile?: string | null;
                    other?: string | null;
                    shortNumber?: string | null;
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
                        number: string;
                        mobile: string | null;
                        other: string | null;
                        shortNumber: string | null;
                        shown: {
                            number: string;
                            mobile: string | null;
                            other: string | null;
                        };
                    };
                };
            };
        };
    };
    "phonebook.clear": {
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
                        removed: number;
                    };
                };
            };
        };
    };
    "phonebook.import": {
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
                    file: string;
                    /** @enum {string} */
                    mode: "merge" | "replace";
                    /** @default false */
                    dryRun?: boolean;
                    /** @default false */
                    skipRefused?: boolean;
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
                        saved: boolean;
                        added: number;
                        changed: number;
                        unchanged: number;
                        removed: number;
                        refused: number;
                        refusals: {
                            row: number;
                            name: string;
                            field: ("name" | "number" | "mobile" | "other" | "shortNumber") | null;
                            /** @enum {string} */
                            code: "request.invalid" | "request.tooLarge" | "request.unsupported" | "field.required" | "field.tooLong" | "field.tooShort" | "field.controlCharacter" | "field.invalid" | "field.unknown" | "mac.invalid" | "mac.group" | "mac.inUse" | "number.invalid" | "number.inUse" | "number.emergency" | "publicNumber.invalid" | "publicNumber.foreign" | "dialNumber.invalid" | "shortNumber.invalid" | "shortNumber.inUse" | "shortNumber.internal" | "shortNumber.emergency" | "phonebook.full" | "phonebook.fileTooLarge" | "phonebook.fileUnreadable" | "phonebook.headingsMissing" | "phonebook.tooManyRows" | "phonebook.rowTwice" | "devicePassword.invalid" | "devicePassword.unsupported" | "deviceUserName.unsupported" | "email.invalid" | "host.invalid" | "network.invalid" | "login.invalid" | "login.inUse" | "password.tooWeak" | "password.wrong" | "password.unchanged" | "model.unknown" | "model.switchedOff" | "model.unfit" | "extraLines.malformed" | "extraLines.unknownName" | "extraLines.unsupported" | "macProvisioning.doneByHand" | "macProvisioning.unavailable" | "macProvisioning.needsMac" | "baseStation.unfit" | "baseStation.full" | "baseStation.noPlace" | "baseStation.placeTaken" | "baseStation.inUse" | "dectIdentity.invalid" | "dectIdentity.unsupported" | "dectIdentity.inUse" | "lineSlot.noSlot" | "lineSlot.twice" | "lineSlot.home" | "lineSlot.lineInUse" | "lineSlot.unknownLine" | "lineSlot.foreign" | "lineSlot.noFax" | "lineSlot.hasKeys" | "functionKey.noSlot" | "functionKey.noModule" | "functionKey.unsupported" | "functionKey.value" | "functionKey.noLabel" | "functionKey.noLine" | "functionKey.twice" | "keyModule.unsupported" | "keyModule.unfit" | "keyModule.tooMany" | "webPhone.off" | "session.required" | "session.wrongCredentials" | "session.tooManyAttempts" | "session.passwordRenewalRequired" | "session.csrf" | "notFound" | "conflict" | "vpbx.nameInUse" | "vpbx.notEmpty" | "vpbx.emergencyNumberInUse" | "rights.providerOnly" | "rights.blockedByProvider" | "team.unknownExtension" | "trunk.nameInUse" | "trunk.networksOverlap" | "trunk.networkTooWide" | "extension.hasDevices" | "line.lastInternal" | "line.hasDevices" | "user.lastAdministrator" | "user.self" | "tariff.nameInUse" | "tariff.inUse" | "tariff.currencyInUse" | "rates.fileTooLarge" | "rates.fileUnreadable" | "rates.headingsMissing" | "rates.tooManyRows" | "rates.prefixInvalid" | "rates.classUnknown" | "rates.amountInvalid" | "rates.amountNegative" | "rates.incrementInvalid" | "rates.dateInvalid" | "rates.endsBeforeBegin" | "rates.overlap" | "rates.rowTwice" | "chargeLimit.byProvider" | "mailServer.missing" | "device.noRestart" | "device.noResync" | "device.notRegistered" | "device.unknownContact" | "device.isHandset" | "device.noPin" | "device.noLink" | "ipPhone.off" | "ipPhone.noApp" | "ipPhone.codeGone" | "ipPhone.noAddress" | "ipPhone.mailFailed" | "shopLink.invalid" | "switch.unavailable" | "switch.missing" | "switch.moduleMissing" | "switch.mediaMissing" | "switch.portInUse" | "switch.portForbidden" | "switch.addressUnavailable" | "switch.alreadyManaged" | "switch.userMissing" | "switch.directoryUnreachable" | "switch.certificateUnreadable" | "switch.failed" | "busy" | "internal";
                        }[];
                        ignoredColumns: string[];
                    };
                };
            };
        };
    };
    "phonebook.export": {
        parameters: {
            query?: {
                language?: "fr" | "de" | "en" | "it";
            };
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
                        csv: string;
                    };
                };
            };
        };
    };
    "phonebook.delete": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                entryId: string;
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
    "phonebook.change": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                entryId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    name?: string;
                    number?: string;
                    mobile?: string | null;
                    other?: string | null;
                    shortNumber?: string | null;
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
                        number: string;
                        mobile: string | null;
                        other: string | null;
                        shortNumber: string | null;
                        shown: {
                            number: string;
                            mobile: string | null;
                            other: string | null;
                        };
                    };
                };
            };
        };
    };
    "trunks.list": {
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
                        enabled: boolean;
                        host: string;
                        port: number;
                        /** @enum {string} */
                        transport: "udp" | "tcp" | "tls";
                        networks: string[];
                        registers: boolean;
                        digestName: string;
                        password?: null;
                        fromDomain: string;
                        /** @enum {string} */
                        numberFormat: "plus" | "digits" | "international";
                        country: string;
                        srtp: boolean;
                        maxCalls: number | null;
                        id: string;
                        passwordSet: boolean;
                        registered: boolean | null;
                        registerCode: number | null;
                        runningCalls: number;
                    }[];
                };
            };
        };
    };
    "trunks.create": {
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
                    /** @default true */
                    enabled?: boolean;
                    host: string;
                    /** @default 0 */
                    port?: number;
                    /**
                     * @default udp
                     * @enum {string}
                     */
                    transport?: "udp" | "tcp" | "tls";
                    /** @default [] */
                    networks?: string[];
                    /** @default false */
                    registers?: boolean;
                    /** @default  */
                    digestName?: string;
                    password?: string | null;
                    /** @default  */
                    fromDomain?: string;
                    /**
                     * @default plus
                     * @enum {string}
                     */
                    numberFormat?: "plus" | "digits" | "international";
                    /** @default CH */
                    country?: string;
                    /** @default false */
                    srtp?: boolean;
                    /** @default null */
                    maxCalls?: number | null;
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
                        enabled: boolean;
                        host: string;
                        port: number;
                        /** @enum {string} */
                        transport: "udp" | "tcp" | "tls";
                        networks: string[];
                        registers: boolean;
                        digestName: string;
                        password?: null;
                        fromDomain: string;
                        /** @enum {string} */
                        numberFormat: "plus" | "digits" | "international";
                        country: string;
                        srtp: boolean;
                        maxCalls: number | null;
                        id: string;
                        passwordSet: boolean;
                        registered: boolean | null;
                        registerCode: number | null;
                        runningCalls: number;
                    };
                };
            };
        };
    };
    "trunks.order": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    ids: string[];
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
                        enabled: boolean;
                        host: string;
                        port: number;
                        /** @enum {string} */
                        transport: "udp" | "tcp" | "tls";
                        networks: string[];
                        registers: boolean;
                        digestName: string;
                        password?: null;
                        fromDomain: string;
                        /** @enum {string} */
                        numberFormat: "plus" | "digits" | "international";
                        country: string;
                        srtp: boolean;
                        maxCalls: number | null;
                        id: string;
                        passwordSet: boolean;
                        registered: boolean | null;
                        registerCode: number | null;
                        runningCalls: number;
                    }[];
                };
            };
        };
    };
    "trunks.delete": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                trunkId: string;
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
    "trunks.change": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                trunkId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    name?: string;
                    enabled?: boolean;
                    host?: string;
                    port?: number;
                    /** @enum {string} */
                    transport?: "udp" | "tcp" | "tls";
                    networks?: string[];
                    registers?: boolean;
                    digestName?: string;
                    password?: string | null;
                    fromDomain?: string;
                    /** @enum {string} */
                    numberFormat?: "plus" | "digits" | "international";
                    country?: string;
                    srtp?: boolean;
                    maxCalls?: number | null;
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
                        enabled: boolean;
                        host: string;
                        port: number;
                        /** @enum {string} */
                        transport: "udp" | "tcp" | "tls";
                        networks: string[];
                        registers: boolean;
                        digestName: string;
                        password?: null;
                        fromDomain: string;
                        /** @enum {string} */
                        numberFormat: "plus" | "digits" | "international";
                        country: string;
                        srtp: boolean;
                        maxCalls: number | null;
                        id: string;
                        passwordSet: boolean;
                        registered: boolean | null;
                        registerCode: number | null;
                        runningCalls: number;
                    };
                };
            };
        };
    };
    "tariffs.list": {
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
                        currency: string;
                        isDefault: boolean;
                        rateCount: number;
                        vpbxCount: number;
                    }[];
                };
            };
        };
    };
    "tariffs.create": {
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
                    currency: string;
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
                        currency: string;
                        isDefault: boolean;
                        rateCount: number;
                        vpbxCount: number;
                    };
                };
            };
        };
    };
    "tariffs.delete": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                tariffId: string;
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
    "tariffs.change": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                tariffId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    name?: string;
                    isDefault?: boolean;
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
                        currency: string;
                        isDefault: boolean;
                        rateCount: number;
                        vpbxCount: number;
                    };
                };
            };
        };
    };
    "tariffs.rates": {
        parameters: {
            query?: {
                q?: string;
                offset?: number;
                limit?: number;
            };
            header?: never;
            path: {
                tariffId: string;
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
                        rates: {
                            id: string;
                            prefix: string;
                            destination: string;
                            /** @enum {string} */
                            class: "national" | "mobile" | "international" | "premium" | "shared" | "free" | "satellite";
                            validFrom: number;
                            validUntil: number | null;
                            connectionFee: number;
                            pricePerMinute: number;
                            firstIncrement: number;
                            nextIncrement: number;
                        }[];
                        total: number;
                    };
                };
            };
        };
    };
    "tariffs.import": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                tariffId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    file: string;
                    /** @enum {string} */
                    mode: "merge" | "replace";
                    /** @default false */
                    dryRun?: boolean;
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
                        saved: boolean;
                        added: number;
                        changed: number;
                        unchanged: number;
                        removed: number;
                        refused: number;
                        refusals: {
                            row: number;
                            prefix: string;
                            field: string | null;
                            /** @enum {string} */
                            code: "request.invalid" | "request.tooLarge" | "request.unsupported" | "field.required" | "field.tooLong" | "field.tooShort" | "field.controlCharacter" | "field.invalid" | "field.unknown" | "mac.invalid" | "mac.group" | "mac.inUse" | "number.invalid" | "number.inUse" | "number.emergency" | "publicNumber.invalid" | "publicNumber.foreign" | "dialNumber.invalid" | "shortNumber.invalid" | "shortNumber.inUse" | "shortNumber.internal" | "shortNumber.emergency" | "phonebook.full" | "phonebook.fileTooLarge" | "phonebook.fileUnreadable" | "phonebook.headingsMissing" | "phonebook.tooManyRows" | "phonebook.rowTwice" | "devicePassword.invalid" | "devicePassword.unsupported" | "deviceUserName.unsupported" | "email.invalid" | "host.invalid" | "network.invalid" | "login.invalid" | "login.inUse" | "password.tooWeak" | "password.wrong" | "password.unchanged" | "model.unknown" | "model.switchedOff" | "model.unfit" | "extraLines.malformed" | "extraLines.unknownName" | "extraLines.unsupported" | "macProvisioning.doneByHand" | "macProvisioning.unavailable" | "macProvisioning.needsMac" | "baseStation.unfit" | "baseStation.full" | "baseStation.noPlace" | "baseStation.placeTaken" | "baseStation.inUse" | "dectIdentity.invalid" | "dectIdentity.unsupported" | "dectIdentity.inUse" | "lineSlot.noSlot" | "lineSlot.twice" | "lineSlot.home" | "lineSlot.lineInUse" | "lineSlot.unknownLine" | "lineSlot.foreign" | "lineSlot.noFax" | "lineSlot.hasKeys" | "functionKey.noSlot" | "functionKey.noModule" | "functionKey.unsupported" | "functionKey.value" | "functionKey.noLabel" | "functionKey.noLine" | "functionKey.twice" | "keyModule.unsupported" | "keyModule.unfit" | "keyModule.tooMany" | "webPhone.off" | "session.required" | "session.wrongCredentials" | "session.tooManyAttempts" | "session.passwordRenewalRequired" | "session.csrf" | "notFound" | "conflict" | "vpbx.nameInUse" | "vpbx.notEmpty" | "vpbx.emergencyNumberInUse" | "rights.providerOnly" | "rights.blockedByProvider" | "team.unknownExtension" | "trunk.nameInUse" | "trunk.networksOverlap" | "trunk.networkTooWide" | "extension.hasDevices" | "line.lastInternal" | "line.hasDevices" | "user.lastAdministrator" | "user.self" | "tariff.nameInUse" | "tariff.inUse" | "tariff.currencyInUse" | "rates.fileTooLarge" | "rates.fileUnreadable" | "rates.headingsMissing" | "rates.tooManyRows" | "rates.prefixInvalid" | "rates.classUnknown" | "rates.amountInvalid" | "rates.amountNegative" | "rates.incrementInvalid" | "rates.dateInvalid" | "rates.endsBeforeBegin" | "rates.overlap" | "rates.rowTwice" | "chargeLimit.byProvider" | "mailServer.missing" | "device.noRestart" | "device.noResync" | "device.notRegistered" | "device.unknownContact" | "device.isHandset" | "device.noPin" | "device.noLink" | "ipPhone.off" | "ipPhone.noApp" | "ipPhone.codeGone" | "ipPhone.noAddress" | "ipPhone.mailFailed" | "shopLink.invalid" | "switch.unavailable" | "switch.missing" | "switch.moduleMissing" | "switch.mediaMissing" | "switch.portInUse" | "switch.portForbidden" | "switch.addressUnavailable" | "switch.alreadyManaged" | "switch.userMissing" | "switch.directoryUnreachable" | "switch.certificateUnreadable" | "switch.failed" | "busy" | "internal";
                        }[];
                        warnings: {
                            row: number;
                            prefix: string;
                            code: string;
                        }[];
                        ignoredColumns: string[];
                    };
                };
            };
        };
    };
    "tariffs.lookUp": {
        parameters: {
            query: {
                number: string;
            };
            header?: never;
            path: {
                tariffId: string;
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
                        number: string;
                        rate: {
                            id: string;
                            prefix: string;
                            destination: string;
                            /** @enum {string} */
                            class: "national" | "mobile" | "international" | "premium" | "shared" | "free" | "satellite";
                            validFrom: number;
                            validUntil: number | null;
                            connectionFee: number;
                            pricePerMinute: number;
                            firstIncrement: number;
                            nextIncrement: number;
                        } | null;
                    };
                };
            };
        };
    };
    "tariffs.export": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                tariffId: string;
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
                        csv: string;
                    };
                };
            };
        };
    };
    "mailServer.get": {
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
                        host: string;
                        port: number;
                        /** @enum {string} */
                        security: "none" | "starttls" | "tls";
                        userName: string;
                        passwordSet: boolean;
                        sender: string;
                    } | null;
                };
            };
        };
    };
    "mailServer.change": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    host: string;
                    port: number;
                    /** @enum {string} */
                    security: "none" | "starttls" | "tls";
                    /** @default  */
                    userName?: string;
                    password?: string | null;
                    /** Format: email */
                    sender: string;
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
                        host: string;
                        port: number;
                        /** @enum {string} */
                        security: "none" | "starttls" | "tls";
                        userName: string;
                        passwordSet: boolean;
                        sender: string;
                    } | null;
                };
            };
        };
    };
    "mailServer.test": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** Format: email */
                    to: string;
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
                        sent: boolean;
                        detail: string;
                    };
                };
            };
        };
    };
    "teams.list": {
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
                        name: string;
                        /** @enum {string} */
                        strategy: "all" | "turn";
                        ringSeconds: number;
                        members: {
                            id: string;
                            number: string;
                            displayName: string;
                        }[];
                    }[];
                };
            };
        };
    };
    "teams.create": {
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
                    name: string;
                    /**
                     * @default all
                     * @enum {string}
                     */
                    strategy?: "all" | "turn";
                    /** @default 20 */
                    ringSeconds?: number;
                    extensionIds: string[];
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
                        name: string;
                        /** @enum {string} */
                        strategy: "all" | "turn";
                        ringSeconds: number;
                        members: {
                            id: string;
                            number: string;
                            displayName: string;
                        }[];
                    };
                };
            };
        };
    };
    "teams.delete": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                teamId: string;
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
    "teams.change": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                teamId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    number?: string;
                    name?: string;
                    /** @enum {string} */
                    strategy?: "all" | "turn";
                    ringSeconds?: number;
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
                        vpbxId: string;
                        number: string;
                        name: string;
                        /** @enum {string} */
                        strategy: "all" | "turn";
                        ringSeconds: number;
                        members: {
                            id: string;
                            number: string;
                            displayName: string;
                        }[];
                    };
                };
            };
        };
    };
    "rights.ofVpbx": {
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
                        blockedBy: ("administrator" | "provider") | null;
                        barred: ("national" | "mobile" | "international" | "premium" | "shared" | "free" | "satellite")[];
                        maxCalls: number | null;
                        networks: string[];
                        tariffId: string | null;
                        tariffName: string | null;
                        currency: string | null;
                        mainNumber: string | null;
                        publicNumbers: string[];
                        emergencyNumbers: string[];
                    };
                };
            };
        };
    };
    "rights.changeOfVpbx": {
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
                    blocked?: boolean;
                    barred?: ("national" | "mobile" | "international" | "premium" | "shared" | "free" | "satellite")[];
                    maxCalls?: number | null;
                    networks?: string[];
                    tariffId?: string | null;
                    mainNumber?: string | null;
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
                        blockedBy: ("administrator" | "provider") | null;
                        barred: ("national" | "mobile" | "international" | "premium" | "shared" | "free" | "satellite")[];
                        maxCalls: number | null;
                        networks: string[];
                        tariffId: string | null;
                        tariffName: string | null;
                        currency: string | null;
                        mainNumber: string | null;
                        publicNumbers: string[];
                        emergencyNumbers: string[];
                    };
                };
            };
        };
    };
    "rights.ofAccount": {
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
                        blockedBy: ("administrator" | "provider") | null;
                        barred: ("national" | "mobile" | "international" | "premium" | "shared" | "free" | "satellite")[];
                        maxCalls: number | null;
                    };
                };
            };
        };
    };
    "rights.changeOfAccount": {
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
                    blocked?: boolean;
                    barred?: ("national" | "mobile" | "international" | "premium" | "shared" | "free" | "satellite")[];
                    maxCalls?: number | null;
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
                        blockedBy: ("administrator" | "provider") | null;
                        barred: ("national" | "mobile" | "international" | "premium" | "shared" | "free" | "satellite")[];
                        maxCalls: number | null;
                    };
                };
            };
        };
    };
    "rights.ofLine": {
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
                        blockedBy: ("administrator" | "provider") | null;
                        barred: ("national" | "mobile" | "international" | "premium" | "shared" | "free" | "satellite")[];
                        networks: string[];
                        shownNumber: string | null;
                        effectiveNumber: string | null;
                        withheld: boolean;
                        emergencyNumber: string | null;
                        emergencyLocation: string;
                        publicNumbers: string[];
                        blockedAt: ("vpbx" | "account" | "line") | null;
                    };
                };
            };
        };
    };
    "rights.changeOfLine": {
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
                    blocked?: boolean;
                    barred?: ("national" | "mobile" | "international" | "premium" | "shared" | "free" | "satellite")[];
                    networks?: string[];
                    shownNumber?: string | null;
                    withheld?: boolean;
                    emergencyNumber?: string | null;
                    emergencyLocation?: string;
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
                        blockedBy: ("administrator" | "provider") | null;
                        barred: ("national" | "mobile" | "international" | "premium" | "shared" | "free" | "satellite")[];
                        networks: string[];
                        shownNumber: string | null;
                        effectiveNumber: string | null;
                        withheld: boolean;
                        emergencyNumber: string | null;
                        emergencyLocation: string;
                        publicNumbers: string[];
                        blockedAt: ("vpbx" | "account" | "line") | null;
                    };
                };
            };
        };
    };
    "charges.ofVpbx": {
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
                        scope: {
                            /** @enum {string} */
                            kind: "vpbx" | "account" | "line";
                            id: string;
                        };
                        monthLimit: number | null;
                        dayLimit: number | null;
                        threshold: number;
                        email: string;
                        setBy: ("administrator" | "provider") | null;
                        currency: string | null;
                        monthUse: number;
                        dayUse: number;
                        /** @enum {string} */
                        state: "open" | "nearLimit" | "reached";
                        today: string;
                        timeZone: string;
                        days: {
                            day: string;
                            amount: number;
                        }[];
                    };
                };
            };
        };
    };
    "charges.limitVpbx": {
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
                    monthLimit: number | null;
                    dayLimit: number | null;
                    /** @default 90 */
                    threshold?: number;
                    /** @default  */
                    email?: "" | string;
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
                        scope: {
                            /** @enum {string} */
                            kind: "vpbx" | "account" | "line";
                            id: string;
                        };
                        monthLimit: number | null;
                        dayLimit: number | null;
                        threshold: number;
                        email: string;
                        setBy: ("administrator" | "provider") | null;
                        currency: string | null;
                        monthUse: number;
                        dayUse: number;
                        /** @enum {string} */
                        state: "open" | "nearLimit" | "reached";
                        today: string;
                        timeZone: string;
                        days: {
                            day: string;
                            amount: number;
                        }[];
                    };
                };
            };
        };
    };
    "charges.ofAccount": {
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
                        scope: {
                            /** @enum {string} */
                            kind: "vpbx" | "account" | "line";
                            id: string;
                        };
                        monthLimit: number | null;
                        dayLimit: number | null;
                        threshold: number;
                        email: string;
                        setBy: ("administrator" | "provider") | null;
                        currency: string | null;
                        monthUse: number;
                        dayUse: number;
                        /** @enum {string} */
                        state: "open" | "nearLimit" | "reached";
                        today: string;
                        timeZone: string;
                        days: {
                            day: string;
                            amount: number;
                        }[];
                    };
                };
            };
        };
    };
    "charges.limitAccount": {
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
                    monthLimit: number | null;
                    dayLimit: number | null;
                    /** @default 90 */
                    threshold?: number;
                    /** @default  */
                    email?: "" | string;
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
                        scope: {
                            /** @enum {string} */
                            kind: "vpbx" | "account" | "line";
                            id: string;
                        };
                        monthLimit: number | null;
                        dayLimit: number | null;
                        threshold: number;
                        email: string;
                        setBy: ("administrator" | "provider") | null;
                        currency: string | null;
                        monthUse: number;
                        dayUse: number;
                        /** @enum {string} */
                        state: "open" | "nearLimit" | "reached";
                        today: string;
                        timeZone: string;
                        days: {
                            day: string;
                            amount: number;
                        }[];
                    };
                };
            };
        };
    };
    "charges.ofLine": {
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
                        scope: {
                            /** @enum {string} */
                            kind: "vpbx" | "account" | "line";
                            id: string;
                        };
                        monthLimit: number | null;
                        dayLimit: number | null;
                        threshold: number;
                        email: string;
                        setBy: ("administrator" | "provider") | null;
                        currency: string | null;
                        monthUse: number;
                        dayUse: number;
                        /** @enum {string} */
                        state: "open" | "nearLimit" | "reached";
                        today: string;
                        timeZone: string;
                        days: {
                            day: string;
                            amount: number;
                        }[];
                    };
                };
            };
        };
    };
    "charges.limitLine": {
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
                    monthLimit: number | null;
                    dayLimit: number | null;
                    /** @default 90 */
                    threshold?: number;
                    /** @default  */
                    email?: "" | string;
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
                        scope: {
                            /** @enum {string} */
                            kind: "vpbx" | "account" | "line";
                            id: string;
                        };
                        monthLimit: number | null;
                        dayLimit: number | null;
                        threshold: number;
                        email: string;
                        setBy: ("administrator" | "provider") | null;
                        currency: string | null;
                        monthUse: number;
                        dayUse: number;
                        /** @enum {string} */
                        state: "open" | "nearLimit" | "reached";
                        today: string;
                        timeZone: string;
                        days: {
                            day: string;
                            amount: number;
                        }[];
                    };
                };
            };
        };
    };
    "calls.running": {
        parameters: {
            query?: {
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
                        id: string;
                        vpbxId: string;
                        vpbxName: string;
                        /** @enum {string} */
                        kind: "internal" | "outgoing" | "incoming" | "emergency" | "forwarded";
                        startedAt: number;
                        answeredAt: number | null;
                        endedAt: number | null;
                        caller: {
                            lineId: string | null;
                            number: string;
                            name: string;
                        };
                        dialled: string;
                        callee: {
                            lineId: string | null;
                            number: string;
                            name: string;
                        };
                        payer: {
                            lineId: string | null;
                            number: string;
                            name: string;
                        } | null;
                        trunkName: string | null;
                        destination: string | null;
                        cost: number;
                        currency: string | null;
                        endCode: number | null;
                        endReason: ("hungUp" | "cancelled" | "busy" | "noAnswer" | "notRegistered" | "unknownNumber" | "refused" | "forwarded" | "limit" | "ended" | "failed" | "lost") | null;
                    }[];
                };
            };
        };
    };
    "calls.end": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                callId: string;
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
    "calls.list": {
        parameters: {
            query?: {
                vpbxId?: string;
                lineId?: string;
                extensionId?: string;
                kind?: "internal" | "outgoing" | "incoming" | "emergency" | "forwarded";
                only?: "answered" | "missed" | "charged";
                q?: string;
                from?: string;
                to?: string;
                before?: string;
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
                        calls: {
                            id: string;
                            vpbxId: string;
                            vpbxName: string;
                            /** @enum {string} */
                            kind: "internal" | "outgoing" | "incoming" | "emergency" | "forwarded";
                            startedAt: number;
                            answeredAt: number | null;
                            endedAt: number | null;
                            caller: {
                                lineId: string | null;
                                number: string;
                                name: string;
                            };
                            dialled: string;
                            callee: {
                                lineId: string | null;
                                number: string;
                                name: string;
                            };
                            payer: {
                                lineId: string | null;
                                number: string;
                                name: string;
                            } | null;
                            trunkName: string | null;
                            destination: string | null;
                            cost: number;
                            currency: string | null;
                            endCode: number | null;
                            endReason: ("hungUp" | "cancelled" | "busy" | "noAnswer" | "notRegistered" | "unknownNumber" | "refused" | "forwarded" | "limit" | "ended" | "failed" | "lost") | null;
                        }[];
                        next: string | null;
                        total: {
                            calls: number;
                            seconds: number;
                            costs: {
                                currency: string;
                                cost: number;
                            }[];
                        };
                    };
                };
            };
        };
    };
    "calls.export": {
        parameters: {
            query?: {
                vpbxId?: string;
                lineId?: string;
                extensionId?: string;
                kind?: "internal" | "outgoing" | "incoming" | "emergency" | "forwarded";
                only?: "answered" | "missed" | "charged";
                q?: string;
                from?: string;
                to?: string;
                language?: "fr" | "de" | "en" | "it";
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
                        csv: string;
                        truncated: boolean;
                    };
                };
            };
        };
    };
    "calls.chart": {
        parameters: {
            query?: {
                vpbxId?: string;
                day?: string;
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
                        day: string;
                        hours: {
                            hour: number;
                            internal: number;
                            outgoing: number;
                            incoming: number;
                            peak: number;
                        }[];
                    };
                };
            };
        };
    };
    "calls.registrationsByMake": {
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
                        make: string | null;
                        devices: number;
                        registered: number;
                    }[];
                };
            };
        };
    };
}
