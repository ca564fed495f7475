import { z } from 'zod'
import {
  Call,
  CallChart,
  CallChartQuery,
  CallExport,
  CallExportQuery,
  CallPage,
  CallParams,
  CallQuery,
  RegistrationsByMake,
  RunningCallsQuery,
} from '../call.ts'
import { ChargeLimit, ChargeLimitInput } from '../charge-limit.ts'
import { Ok } from '../common.ts'
import { MailServer, MailServerInput, MailTest, MailTestResult } from '../mail-server.ts'
import {
  AccountRights,
  AccountRightsChange,
  LineRights,
  LineRightsChange,
  VpbxRights,
  VpbxRightsChange,
} from '../rights.ts'
import {
  RateExport,
  RateImport,
  RateImportResult,
  RateLookUp,
  RateLookUpQuery,
  RatePage,
  RateQuery,
  Tariff,
  TariffChange,
  TariffInput,
} from '../tariff.ts'
import { Team, TeamChange, TeamInput } from '../team.ts'
import { Trunk, TrunkChange, TrunkInput, TrunkOrder } from '../trunk.ts'
import { ExtensionParams, LineParams, TariffParams, TeamParams, TrunkParams, VpbxParams } from './params.ts'
import { route } from './route.ts'

const megabytes12 = 12 * 1024 * 1024

/** Calls, money, rights and the public network. */
export const callRoutes = {
  'trunks.list': route('GET', '/api/trunks', 'provider', 'Trunks in their order', { reply: z.array(Trunk) }),
  'trunks.create': route('POST', '/api/trunks', 'provider', 'New trunk, the last in order', {
    body: TrunkInput,
    reply: Trunk,
  }),
  'trunks.order': route('PUT', '/api/trunks/order', 'provider', 'The order in which trunks are tried', {
    body: TrunkOrder,
    reply: z.array(Trunk),
  }),
  'trunks.change': route('PATCH', '/api/trunks/:trunkId', 'provider', 'Change a trunk', {
    params: TrunkParams,
    body: TrunkChange,
    reply: Trunk,
  }),
  'trunks.delete': route('DELETE', '/api/trunks/:trunkId', 'provider', 'Delete a trunk', {
    params: TrunkParams,
    reply: Ok,
  }),

  'tariffs.list': route('GET', '/api/tariffs', 'provider', 'Tariffs', { reply: z.array(Tariff) }),
  'tariffs.create': route('POST', '/api/tariffs', 'provider', 'New tariff', { body: TariffInput, reply: Tariff }),
  'tariffs.change': route('PATCH', '/api/tariffs/:tariffId', 'provider', 'Rename a tariff, or make it the default', {
    params: TariffParams,
    body: TariffChange,
    reply: Tariff,
  }),
  'tariffs.delete': route('DELETE', '/api/tariffs/:tariffId', 'provider', 'Delete a tariff that nobody uses', {
    params: TariffParams,
    reply: Ok,
  }),
  'tariffs.rates': route('GET', '/api/tariffs/:tariffId/rates', 'provider', 'Rates of a tariff', {
    params: TariffParams,
    query: RateQuery,
    reply: RatePage,
  }),
  'tariffs.lookUp': route('GET', '/api/tariffs/:tariffId/rate', 'provider', 'The rate of a number', {
    params: TariffParams,
    query: RateLookUpQuery,
    reply: RateLookUp,
  }),
  'tariffs.import': route('POST', '/api/tariffs/:tariffId/rates', 'provider', 'Rates from a CSV file, all or none', {
    params: TariffParams,
    body: RateImport,
    bodyLimit: megabytes12,
    reply: RateImportResult,
  }),
  'tariffs.export': route('GET', '/api/tariffs/:tariffId/csv', 'provider', 'Rates as CSV', {
    params: TariffParams,
    reply: RateExport,
  }),

  'mailServer.get': route('GET', '/api/mail-server', 'provider', 'By which server mail is sent', { reply: MailServer }),
  'mailServer.change': route('PUT', '/api/mail-server', 'provider', 'Set the mail server', {
    body: MailServerInput,
    reply: MailServer,
  }),
  'mailServer.test': route('POST', '/api/mail-server/test', 'provider', 'Send a mail to try the server', {
    body: MailTest,
    reply: MailTestResult,
  }),

  'teams.list': route('GET', '/api/vpbxs/:vpbxId/teams', 'user', 'Teams of a vPBX', {
    params: VpbxParams,
    reply: z.array(Team),
  }),
  'teams.create': route('POST', '/api/vpbxs/:vpbxId/teams', 'administrator', 'New team', {
    params: VpbxParams,
    body: TeamInput,
    reply: Team,
  }),
  'teams.change': route('PATCH', '/api/teams/:teamId', 'administrator', 'Change a team', {
    params: TeamParams,
    body: TeamChange,
    reply: Team,
  }),
  'teams.delete': route('DELETE', '/api/teams/:teamId', 'administrator', 'Delete a team', {
    params: TeamParams,
    reply: Ok,
  }),

  'rights.ofVpbx': route('GET', '/api/vpbxs/:vpbxId/rights', 'administrator', 'Call rights of a vPBX', {
    params: VpbxParams,
    reply: VpbxRights,
  }),
  'rights.changeOfVpbx': route('PATCH', '/api/vpbxs/:vpbxId/rights', 'administrator', 'Change call rights of a vPBX', {
    params: VpbxParams,
    body: VpbxRightsChange,
    reply: VpbxRights,
  }),
  'rights.ofAccount': route(
    'GET',
    '/api/extensions/:extensionId/rights',
    'user',
    "Call rights of an extension's account",
    {
      params: ExtensionParams,
      reply: AccountRights,
    },
  ),
  'rights.changeOfAccount': route(
    'PATCH',
    '/api/extensions/:extensionId/rights',
    'administrator',
    "Change call rights of an extension's account",
    { params: ExtensionParams, body: AccountRightsChange, reply: AccountRights },
  ),
  'rights.ofLine': route('GET', '/api/lines/:lineId/rights', 'user', 'Call rights of a line', {
    params: LineParams,
    reply: LineRights,
  }),
  'rights.changeOfLine': route('PATCH', '/api/lines/:lineId/rights', 'administrator', 'Change call rights of a line', {
    params: LineParams,
    body: LineRightsChange,
    reply: LineRights,
  }),

  'charges.ofVpbx': route('GET', '/api/vpbxs/:vpbxId/charges', 'administrator', 'TopStop and use of a vPBX', {
    params: VpbxParams,
    reply: ChargeLimit,
  }),
  'charges.limitVpbx': route('PUT', '/api/vpbxs/:vpbxId/charges', 'administrator', 'Set the TopStop of a vPBX', {
    params: VpbxParams,
    body: ChargeLimitInput,
    reply: ChargeLimit,
  }),
  'charges.ofAccount': route(
    'GET',
    '/api/extensions/:extensionId/charges',
    'user',
    "TopStop and use of an extension's account",
    {
      params: ExtensionParams,
      reply: ChargeLimit,
    },
  ),
  'charges.limitAccount': route(
    'PUT',
    '/api/extensions/:extensionId/charges',
    'administrator',
    "Set the TopStop of an extension's account",
    { params: ExtensionParams, body: ChargeLimitInput, reply: ChargeLimit },
  ),
  'charges.ofLine': route('GET', '/api/lines/:lineId/charges', 'user', 'TopStop and use of a line', {
    params: LineParams,
    reply: ChargeLimit,
  }),
  'charges.limitLine': route('PUT', '/api/lines/:lineId/charges', 'administrator', 'Set the TopStop of a line', {
    params: LineParams,
    body: ChargeLimitInput,
    reply: ChargeLimit,
  }),

  'calls.running': route('GET', '/api/calls/running', 'user', 'Calls that ring or are answered, in reach', {
    query: RunningCallsQuery,
    reply: z.array(Call),
  }),
  'calls.end': route('DELETE', '/api/calls/:callId', 'administrator', 'End a running call', {
    params: CallParams,
    reply: Ok,
  }),
  'calls.list': route('GET', '/api/calls', 'user', 'Call records in reach, newest first', {
    query: CallQuery,
    reply: CallPage,
  }),
  'calls.export': route('GET', '/api/calls/csv', 'user', 'Call records as CSV', {
    query: CallExportQuery,
    reply: CallExport,
  }),
  'calls.chart': route('GET', '/api/calls/chart', 'administrator', 'Calls of a day by the hour', {
    query: CallChartQuery,
    reply: CallChart,
  }),
  'calls.registrationsByMake': route('GET', '/api/registrations/by-make', 'provider', 'Registered devices by make', {
    reply: RegistrationsByMake,
  }),
} as const
