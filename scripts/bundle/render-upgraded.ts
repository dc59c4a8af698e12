import { stringify } from 'yaml';
import type { ApiModel } from '../model/api-model.ts';

/**
 * A description as one document of today, in YAML or in JSON as the name of its file wants it, else as it was written.
 * One file that needs no upgrade is given back as it is, comments and all.
 */
export function renderUpgraded(
  { written, files, source, upgradedFrom }: ApiModel,
  target: string | undefined,
): string {
  const text = files.get(source) ?? '';
  const wasJson = /^\uFEFF?\s*\{/.test(text);
  const [, ending] = /\.(json|ya?ml)$/i.exec(target ?? '') ?? [];
  const isJson = ending === undefined ? wasJson : /json/i.test(ending);
  if (upgradedFrom === undefined && files.size === 1 && isJson === wasJson) return text;
  return isJson
    ? `${JSON.stringify(written, undefined, 2)}\n`
    : stringify(written, { lineWidth: 0, aliasDuplicateObjects: false });
}
