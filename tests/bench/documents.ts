import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { renderDocuments } from './documents/documents-table.ts';
import { toKey } from './documents/kept-outcomes.ts';
import { LISTED_DOCUMENTS } from './documents/listed-documents.ts';
import { installPackage } from './documents/packages.ts';
import { exceptionFor, shortfallsOf } from './documents/shortfalls.ts';
import { SAMPLED, STAGES } from './documents/stages.ts';
import { tryDocument, type TriedDocument } from './documents/try-document.ts';
import { MACHINE } from './machine.ts';
import { installPeers, PEERS, ROOT } from './peers.ts';

/**
 * `node tests/bench/documents.ts [--only PATTERN] [--limit N] [--stage NAME]… [--sample] [--kept]`.
 * What is known already of the same code and the same bytes is not tried again; with --kept nothing
 * is tried, and what is known of other code counts. It exits 1 where anything falls short.
 */
const { values } = parseArgs({
  options: {
    only: { type: 'string', default: '' },
    limit: { type: 'string', default: '1000' },
    stage: { type: 'string', multiple: true },
    sample: { type: 'boolean', default: false },
    kept: { type: 'boolean', default: false },
    parallel: { type: 'string', default: '2' },
    patience: { type: 'string', default: '180' },
    out: { type: 'string' },
  },
});
const say = (line: string) => void process.stderr.write(`${line}\n`);
const wanted = new RegExp(values.only);
const chosen = LISTED_DOCUMENTS.filter((it) => wanted.test(it.id) && (!values.sample || it.sample));
const documents = chosen.slice(0, Number(values.limit));
const stages = STAGES.filter((it) =>
  values.stage ? values.stage.includes(it) : !values.sample || SAMPLED.includes(it),
);
const folders = new Map<object, string | undefined>();
for (const { from } of documents) {
  if (!folders.has(from)) folders.set(from, await installPackage(from, say));
}
const missing = stages.includes('Prism') && !values.kept ? await installPeers(say) : [];
if (missing.length > 0) say(`not installed: ${missing.join(', ')}`);

const options = {
  stages,
  keyOf: toKey(),
  isRecalled: values.kept,
  patience: Number(values.patience) * 1000,
  say,
};
const tried: TriedDocument[] = [];
// First those that are measured alone.
const waiting = documents.filter((it) => it.large);
await work();
waiting.push(...documents.filter((it) => !it.large));
await Promise.all(Array.from({ length: Number(values.parallel) }, work));
const inOrder = documents.flatMap((it) => tried.find(({ document }) => document === it) ?? []);
const isWhole = documents.length === LISTED_DOCUMENTS.length && !values.stage;
const out = values.out ?? (isWhole ? resolve(ROOT, 'reports/documents.md') : undefined);
if (out !== undefined) {
  const head = execFileSync('git', ['rev-parse', '--short', 'HEAD'], { encoding: 'utf8' }).trim();
  const about = {
    node: process.versions.node,
    machine: MACHINE,
    commit: `${head}${values.kept ? ', with outcomes that are kept of the commits before it' : ''}`,
    parallel: Number(values.parallel),
    peers: [
      `Prism CLI ${PEERS['@stoplight/prism-cli']}`,
      ...['openapi-typescript', '@apidevtools/swagger-parser'].map(
        (it) => `${it} ${ownVersion(it)}`,
      ),
    ],
  };
  await writeFile(out, renderDocuments(inOrder, about));
}
const skipped = inOrder.filter(({ placed }) => !placed);
for (const { document } of skipped)
  process.stdout.write(`${document.id}: not installed, skipped\n`);
const short = inOrder.map((it) => shortfallsOf(it).filter((line) => !exceptionFor(line)));
process.stdout.write(short.flatMap((lines) => lines.map((line) => `${line}\n`)).join(''));
const failed = short.filter((lines) => lines.length > 0).length;
const passed = inOrder.length - failed - skipped.length;
process.stdout.write(`${passed} passed, ${failed} failed, ${skipped.length} skipped\n`);
process.exitCode = failed > 0 || passed === 0 ? 1 : 0;

async function work(): Promise<void> {
  for (let document = waiting.shift(); document; document = waiting.shift()) {
    tried.push(await tryDocument(document, folders.get(document.from), options));
  }
}

function ownVersion(name: string): string {
  const file = resolve(ROOT, 'node_modules', name, 'package.json');
  return (JSON.parse(readFileSync(file, 'utf8')) as { version: string }).version;
}
