import type { ApiModel } from '../../model/api-model.ts';
import { ABSENT } from '../../values/violations.ts';
import { namesThing } from './held-figures.ts';
import type { Given, InputPlace } from './input-place.ts';
import { placeName } from './reason-given.ts';
import { isFreeText } from './text-rules.ts';
import type { UnstatedRule } from './unstated-rule.ts';

/** Values that are tried anew, from all that were refused. */
const SHOWN = 4;
/** Texts of different forms that have to be refused before anybody says that whatever comes is. */
const FEWEST = 10;
/** Names of what nobody can make up: it is given out, or written in a language of its own. */
const GIVEN_OUT =
  /cursor|token|marker|continu|bookmark|page|after|before|key|secret|signature|state|code|nonce|hash|etag|query|filter|expr|where|search|select|sort|order|^q$/i;

/**
 * That of a text which may be left out none is taken, though the description allows any; undefined where what is
 * there may decide it, or what was given out before.
 */
export function nothingTaken(
  api: ApiModel,
  place: InputPlace,
  refused: readonly Given[],
): UnstatedRule | undefined {
  if (refused.length < FEWEST || !mayBeMadeUp(api, place)) return undefined;
  const step = Math.ceil(refused.length / SHOWN);
  return {
    keyword: 'pattern',
    what: 'every text that was tried',
    state: 'which texts are taken, by a pattern, a format or a list',
    refused: refused.filter((_, i) => i % step === 0),
    taken: () => ABSENT,
    isNamed: true,
  };
}

/** Whether a place takes a text that anybody can make up, by all that the description says of it. */
export function mayBeMadeUp(api: ApiModel, place: InputPlace): boolean {
  const name = placeName(place);
  if (!isFreeText(place) || name.length < 3) return false;
  return !GIVEN_OUT.test(name) && !namesThing(api, place);
}
