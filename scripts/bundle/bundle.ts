import { stringify } from 'yaml';
import type { ApiModel } from '../model/api-model.ts';
import type { OutputFile } from '../base/output-file.ts';

/** The description as one OpenAPI document, in JSON and in YAML; the two say the same, and all that is written. */
export function renderBundle({ name, written }: ApiModel): OutputFile[] {
  // One line for each value, however long: a changed word is then a changed line, and no more.
  const yaml = stringify(written, { lineWidth: 0, aliasDuplicateObjects: false });
  return [
    { path: `${name}/openapi.json`, text: `${JSON.stringify(written, null, 2)}\n` },
    {
      path: `${name}/openapi.yaml`,
      text: `# Made by "kiln bundle" from the description ${name}: change that, not this.\n${yaml}`,
    },
  ];
}
