import { writeFile } from 'node:fs/promises';
import { fetchSuite } from './fetch-suite.ts';
import { judgeSuite } from './json-schema-suite.ts';
import { renderSuite } from './suite-table.ts';

const suite = await fetchSuite();
if ('reason' in suite) {
  process.stderr.write(`The suite could not be fetched: ${suite.reason}\n`);
  process.exitCode = 2;
} else {
  await writeFile(
    'reports/json-schema-suite.md',
    renderSuite(judgeSuite(suite.cases, suite.remotes)),
  );
}
