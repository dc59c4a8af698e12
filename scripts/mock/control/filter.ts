import type { Entry } from './journal.ts';
import { misuse } from './problem.ts';

/** Which requests somebody wants to see. */
export interface Filter {
  readonly limit: number;
  readonly matches: (entry: Entry) => boolean;
}

const NAMES = ['limit', 'api', 'operation', 'status', 'verdict'];
const DEFAULT_LIMIT = 100;

/** Reads `?limit=20&api=pets&operation=listPets&status=4XX&verdict=refused`; throws a UserError for anything else. */
export function parseFilter(query: URLSearchParams): Filter {
  for (const name of query.keys()) {
    if (!NAMES.includes(name))
      throw misuse(`There is no "${name}"; filters are ${NAMES.join(', ')}.`);
  }
  const [api, operation, status, verdict] = ['api', 'operation', 'status', 'verdict'].map((name) =>
    query.get(name),
  );
  const limit = query.get('limit') ?? String(DEFAULT_LIMIT);
  if (!/^[1-9]\d{0,3}$/.test(limit)) throw misuse('"limit" is a number from 1 to 9999.');
  if (status && !/^[1-5](\d\d|XX)$/.test(status)) throw misuse('"status" is like 429 or 4XX.');
  if (verdict && verdict !== 'served' && verdict !== 'refused') {
    throw misuse('"verdict" is served or refused.');
  }
  return {
    limit: Number(limit),
    matches: ({ ending, refusal, status: answered }) =>
      (!api || ending?.api.name === api) &&
      (!operation || ending?.operation?.id === operation) &&
      (!status || String(answered) === status || status === `${String(answered)[0]}XX`) &&
      (!verdict || (verdict === 'refused') === (refusal !== undefined)),
  };
}
