import { loadDescription } from '../../../../scripts/cli/descriptions.ts';
import { nodeIo } from '../../../../scripts/cli/io.ts';
import { objectOf, stringOf } from '../../../../scripts/base/json.ts';
import { parseYaml } from '../../../../scripts/load/yaml-source.ts';

// `load-document.ts FILE`: what every command does first, and how much there is.
const [, , file = ''] = process.argv;
const api = await loadDescription(nodeIo, file);
const milliseconds = performance.now();
const written = objectOf(parseYaml(api.files.get(file) ?? '', file).value);
process.stdout.write(
  JSON.stringify({
    name: api.name,
    version: stringOf(written['openapi']) ?? stringOf(written['swagger']),
    operations: api.operations.length,
    webhooks: api.webhooks.length,
    milliseconds,
  }),
);
