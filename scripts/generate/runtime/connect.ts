import type { Contract } from './contract.ts';
import type { Credentials } from './credentials.ts';
import {
  toSettings,
  type ClientOptions,
  type Policy,
  type Settings,
  type Writers,
} from './settings.ts';
import { toBaseUrl } from './transport.ts';

/** What the options of a connection may say because of the policies that it uses. */
export type OptionsOf<Used extends readonly Policy<never>[]> = Used extends readonly [
  Policy<infer Own>,
  ...infer More extends readonly Policy<never>[],
]
  ? Own & OptionsOf<More>
  : object;

/** Where an API is, who calls and how: what every call needs. Throws where requests may not go there. */
export function toConnection(
  contract: Contract,
  options: ClientOptions & { readonly auth?: Credentials | undefined },
  writers: Writers,
  policies: readonly Policy<never>[] = [],
): Settings {
  const settings = toSettings(contract, options, writers, policies);
  // Checked here too: the mistake is in the call that was given the address.
  toBaseUrl(settings.options.baseUrl, settings);
  return settings;
}
