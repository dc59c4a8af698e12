import { spread } from '../base/spread.ts';
import type { ApiModel, Operation } from '../model/api-model.ts';
import type { Reach } from '../result/reach.ts';
import type { FaultPlace, Operator } from './operator.ts';

/**
 * Characters that are read for one operator of one operation: a message is read as a whole for each site, so in
 * a larger one fewer sites are tried.
 */
const MOST_CHARACTERS = 10_000_000;
/** Sites that are tried in a message of any size. */
const LEAST = 50;

/** Those of the sites of a message of so many characters that there is time for: all, or some from everywhere. */
export function sitesInReach<Site>(sites: readonly Site[], characters: number): readonly Site[] {
  return spread(sites, Math.max(LEAST, Math.floor(MOST_CHARACTERS / Math.max(1, characters))));
}

/** An operator that is tried at each site of a message. */
interface SiteOperator<Site extends Pick<FaultPlace, 'at'>> extends Omit<
  Operator,
  'places' | 'placesAt' | 'reach'
> {
  /** Where it may apply, found without reading any message. */
  readonly sites: (api: ApiModel, operation: Operation) => readonly Site[];
  /** How large the message is that is read for each: characters. */
  readonly sizeOf: (api: ApiModel, operation: Operation) => number;
  /** Its place at a site; undefined where it does not apply after all. */
  readonly placeAt: (api: ApiModel, operation: Operation, site: Site) => FaultPlace | undefined;
}

/** The operator, at as many sites of each message as there is time for. */
export function atSites<Site extends Pick<FaultPlace, 'at'>>(own: SiteOperator<Site>): Operator {
  const { sites, sizeOf, placeAt, ...operator } = own;
  const placesOf = (api: ApiModel, operation: Operation, chosen: readonly Site[]) =>
    chosen.flatMap((site) => placeAt(api, operation, site) ?? []);
  const triedOf = (api: ApiModel, operation: Operation, all: readonly Site[]) =>
    all.length <= LEAST ? all : sitesInReach(all, sizeOf(api, operation));
  return {
    ...operator,
    places: (api, operation) =>
      placesOf(api, operation, triedOf(api, operation, sites(api, operation))),
    placesAt: (api, operation, at) =>
      placesOf(
        api,
        operation,
        sites(api, operation).filter((site) => site.at === at),
      ),
    reach(api, operation): Reach {
      const all = sites(api, operation);
      return { tried: triedOf(api, operation, all).length, of: all.length };
    },
  };
}
