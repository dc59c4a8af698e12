import { objectOf } from '../../base/json.ts';
import { jsonOrNone } from '../../base/json-text.ts';
import type { Rule } from '../rule.ts';

/** YAML reads `openapi: 3.1` as a number, which no other tool takes for a version (OpenAPI 3.1.1, section 4.8.1). */
export const versionAsText: Rule = {
  id: 'version-as-text',
  severity: 'error',
  description: 'The version in openapi or swagger is a text, not a number.',
  *check({ source, files }) {
    const text = files.get(source) ?? '';
    const isJson = /^\s*\{/.test(text);
    const found = (isJson ? IN_JSON : IN_YAML).exec(text);
    const { before = '', field = '', number = '' } = found?.groups ?? {};
    if (!found || (isJson && typeof objectOf(jsonOrNone(text))[field] !== 'number')) return;
    const lines = text.slice(0, found.index + before.length).split('\n');
    yield {
      at: `#/${field}`,
      location: { file: source, line: lines.length, column: (lines.at(-1)?.length ?? 0) + 1 },
      message: `${field} is a number, which other tools refuse: write ${field}: "${full(number)}"`,
    };
  },
};

const IN_YAML =
  /^(?<before>)["']?(?<field>openapi|swagger)["']?[ \t]*:[ \t]*(?<number>\d+(?:\.\d+)?)[ \t]*(?:#.*)?\r?$/m;
const IN_JSON = /(?<before>[{,]\s*)"(?<field>openapi|swagger)"\s*:\s*(?<number>\d+(?:\.\d+)?)/;

/** Swagger has but one version, and those of OpenAPI have three parts (OpenAPI 3.1.1, section 4.1). */
function full(number: string): string {
  if (number === '2') return '2.0';
  if (number === '3') return '3.0.3';
  return number.startsWith('3.') ? `${number}.0` : number;
}
