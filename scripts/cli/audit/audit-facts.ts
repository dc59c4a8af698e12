import { toFactList } from '../../load/fact-list.ts';
import { parseYaml } from '../../load/yaml-source.ts';
import type { ApiModel } from '../../model/api-model.ts';
import type { FactList } from '../../model/stated-fact.ts';
import { missingOf, type FactAudit, type FactResult } from '../../result/fact-result.ts';
import type { Io } from '../io.ts';
import { openStand } from './fact-stand.ts';

/**
 * Holds a description against the list of facts in `audit.yaml` beside it: looks for each in the description and
 * tries it on a mock. Undefined where there is no list; a UserError where it is misshapen.
 */
export async function auditFacts(io: Io, api: ApiModel): Promise<FactAudit | undefined> {
  const list = await readFactList(io, api);
  if (!list) return undefined;
  const stand = await openStand(api);
  try {
    const results: FactResult[] = [];
    for (const fact of list.facts) {
      results.push({ fact, missing: missingOf(fact, api), misbehaving: await stand.try(fact) });
    }
    return { api, list, results };
  } finally {
    await stand.close();
  }
}

async function readFactList(io: Io, { source }: ApiModel): Promise<FactList | undefined> {
  const file = `${source.slice(0, source.lastIndexOf('/') + 1)}audit.yaml`;
  if (/^https?:/.test(source) || !(await io.exists(file))) return undefined;
  return toFactList(parseYaml(await io.readText(file), file));
}
