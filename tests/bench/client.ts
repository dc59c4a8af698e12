import { writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { bundle, compressed } from './client/bundle.ts';
import { CONTENDERS } from './client/contenders.ts';
import { CALLS, installContenders, ROOT, type Api } from './client/contenders/place.ts';
import { FEATURES } from './client/features.ts';
import { loadAdapter } from './client/load-adapter.ts';
import { overheadOf } from './client/overhead.ts';
import { playAll } from './client/play-all.ts';
import { renderReport, type Measured } from './client/report.ts';
import { typeCostOf } from './client/type-cost.ts';

/**
 * `npm run bench:client`: clients of the same descriptions by Kiln and by others: what a call costs beside a bare `fetch`,
 * what a bundle of one call weighs, what types cost, and what each does in the same runs. Writes reports/client.md.
 */
const REPORT = resolve(ROOT, 'reports/client.md');
const PLACE = join(ROOT, '.kiln/bench-client/run');
const APIS = Object.keys(CALLS) as Api[];
/** Where a client of an API of its own is made once, and not for each description. */
const ANY: readonly Api[] = ['clayva'];

const say = (line: string) => void process.stdout.write(`${line}\n`);

await installContenders();
const adapters = [];
const measured: Omit<Measured, 'overhead'>[] = [];
for (const contender of CONTENDERS) {
  const { name, version, oneCall, ofItsOwn } = contender;
  const apis = ofItsOwn === undefined ? APIS : ANY;
  say(`${name} ${version}`);
  const folders = new Map<Api, string>();
  for (const api of apis) folders.set(api, await contender.generate(api));
  const folderOf = (api: Api) => folders.get(api) ?? '';
  const bundles = new Map<Api, string>();
  for (const api of apis) bundles.set(api, await bundle(oneCall(api), folderOf(api)));
  const adapter = await loadAdapter(contender, folderOf('clayva'), PLACE);
  const features: string[] = [];
  for (const { run } of FEATURES) features.push(await run(adapter));
  const types = [];
  for (const api of apis) {
    types.push(await typeCostOf(oneCall(api), folderOf(api), join(PLACE, 'types')));
  }
  adapters.push(adapter);
  measured.push({
    name: `${name} ${version}`,
    ofItsOwn,
    sizes: apis.map((api) => compressed(bundles.get(api) ?? '')),
    isShaken: !/\/workspaces|\/embeddings/.test(bundles.get('clayva') ?? ''),
    types,
    features,
    plays: await playAll(
      contender,
      (api) => folderOf(ofItsOwn === undefined ? api : 'clayva'),
      PLACE,
    ),
  });
}
const overheads = await overheadOf(adapters);
const all = measured.map((it, index) => ({ ...it, overhead: overheads[index] ?? NaN }));
writeFileSync(REPORT, renderReport(all, APIS));
say(`wrote ${REPORT}`);
