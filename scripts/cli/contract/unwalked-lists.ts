import type { ApiModel, Operation } from '../../model/api-model.ts';
import type { ContractRun } from '../../result/contract-run.ts';
import { plannedOf } from '../../result/proven.ts';

/** Names that parameters of pages have, whatever is written between their words. */
const PAGING =
  /^\$?(?:limit|offset|skip|top|cursor|page|perpage|pagesize|pagenumber|pagetoken|startingafter)$/i;
/** Operations that the line names. */
const MOST_NAMED = 3;

/**
 * `note: nobody says how the pages of listPets follow one another, …`: an ignored limit breaks no schema, and is found
 * where `x-pagination` says what sets it; empty where every list of pages has it.
 */
export function renderUnwalked(api: ApiModel, run: ContractRun): readonly string[] {
  const planned = new Set(plannedOf(run));
  const lists = api.operations.filter((it) => planned.has(it.id) && isUnwalked(it));
  if (lists.length === 0) return [];
  const names = lists.slice(0, MOST_NAMED).map(({ id }) => id);
  const rest = lists.length - names.length;
  const where = `${names.join(', ')}${rest > 0 ? ` and ${rest} more` : ''}`;
  return [
    `note: pages of ${where} are not walked, so that an ignored limit is not found: x-pagination says how (README, "What a schema cannot say")`,
  ];
}

function isUnwalked({ method, pagination, parameters }: Operation): boolean {
  if (method !== 'get' || pagination) return false;
  return parameters.some(
    (it) => it.in === 'query' && PAGING.test(it.name.replaceAll(/[-_.]/g, '')),
  );
}
