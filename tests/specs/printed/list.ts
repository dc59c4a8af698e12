/**
 * Lists the requests that the documents print: `node tests/specs/printed/list.ts --documents FOLDER [NAME …]`, in the
 * form of the files in this folder, to be compared with them.
 */
import { readFile, readdir } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { stringify } from 'yaml';
import { listPrinted } from './list-printed.ts';
import { readPrinted } from './read-printed.ts';

const { values, positionals } = parseArgs({
  options: { documents: { type: 'string', default: '../shared/sources' } },
  allowPositionals: true,
});

const known = (await readdir(import.meta.dirname)).filter((it) => it.endsWith('.yaml'));
for (const file of known.toSorted()) {
  const name = file.replace(/\.yaml$/, '');
  if (positionals.length > 0 && !positionals.includes(name)) continue;
  // In the order of their names.
  // oxlint-disable-next-line no-await-in-loop
  const [{ servers }, text] = await Promise.all([
    readPrinted(name),
    readFile(`${values.documents}/${name}.txt`, 'utf8'),
  ]);
  const requests = listPrinted({ text, servers });
  process.stdout.write(`# ${name}: ${requests.length} requests\n`);
  process.stdout.write(
    stringify(
      requests.map((printed) => ({ printed })),
      { lineWidth: 0 },
    ),
  );
}
