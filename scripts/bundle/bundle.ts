import { stringify } from 'yaml';
import type { ApiModel } from '../model/api-model.ts';
import type { OutputFile } from '../base/output-file.ts';

/** The description as one OpenAPI document, in JSON and in YAML; the two say the same. */
export function renderBundle({ name, document }: ApiModel): OutputFile[] {
  // One line for each value, however long: a changed word is then a changed line, and no more.
  const yaml = stringify(document, { lineWidth: 0, aliasDuplicateObjects: false });
  return [
    { path: `${name}/openapi.json`, text: `${JSON.stringify(document, null, 2)}\n` },
    {
      path: `${name}/openapi.yaml`,
      text: `# Made by "kiln bundle" from the description ${name}: change that, not this.\n${yaml}`,
    },
  ];
}
