import type { RequestSample } from '../sample.ts';
import { requestAddressOf } from './addresses.ts';

/** The requests of a recording that are to the API itself, and the hosts of all others. */
export interface OwnSamples {
  readonly samples: readonly RequestSample[];
  readonly others: readonly string[];
}

/**
 * What a browser records are also requests to those who measure, advertise and serve fonts. Kept is what goes to
 * the domain that most data came from; other hosts below it (`auth.pets.test`) belong to it.
 */
export function ownSamples(samples: readonly RequestSample[]): OwnSamples {
  const hosts = samples.map((it) => requestAddressOf(it).origin.replace(/^https?:\/\//, ''));
  const data = samples.map(({ body, answer }) => ((body ?? answer?.content) ? 2 : 1));
  const weights = new Map<string, number>();
  for (const [index, host] of hosts.entries()) {
    const domain = domainOf(host);
    weights.set(domain, (weights.get(domain) ?? 0) + (data[index] ?? 0));
  }
  const [main] = [...weights].toSorted(([, left], [, right]) => right - left)[0] ?? [];
  return {
    samples: samples.filter((_, index) => domainOf(hosts[index] ?? '') === main),
    others: [...new Set(hosts.filter((host) => domainOf(host) !== main))],
  };
}

/** The last two labels, three below those that a country keeps for others (`co.uk`); an address as it is. */
function domainOf(host: string): string {
  const name = host.replace(/:\d+$/, '');
  if (/^[\d.]+$|^\[/.test(name)) return host;
  const labels = name.split('.');
  const isShared =
    /^(co|com|org|net|gov|ac|edu)$/.test(labels.at(-2) ?? '') && (labels.at(-1)?.length ?? 0) === 2;
  return labels.slice(isShared ? -3 : -2).join('.');
}
