import { stringify } from 'yaml';
import type { ApiModel } from '../model/api-model.ts';
import type { OutputFile } from '../base/output-file.ts';

/** The description as one OpenAPI document, in JSON and in YAML; the two say the same, and all that is written. */
export function renderBundle({ name, source, written }: ApiModel): OutputFile[] {
  // One line for each value, however long: a changed word is then a changed line, and no more.
  const yaml = stringify(written, { lineWidth: 0, aliasDuplicateObjects: false });
  return [
    { path: `${name}/openapi.json`, text: `${JSON.stringify(written, null, 2)}\n` },
    {
      path: `${name}/openapi.yaml`,
      text: `# Made by "kiln bundle" from ${inOneLine(source)}: change that, not this.\n${yaml}`,
    },
  ];
}

/** From which description the text of a bundle in YAML was made; undefined where it does not say. */
export function readBundled(text: string): string | undefined {
  return /^# Made by "kiln bundle" from (.+): change that, not this\.\n/.exec(text)?.[1];
}

/** A path may hold anything, and a comment ends with its line. */
function inOneLine(source: string): string {
  return source.replaceAll(/[\p{Cc}\u2028\u2029]/gu, '?');
}
