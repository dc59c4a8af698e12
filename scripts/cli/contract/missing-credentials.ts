import type { ApiModel } from '../../model/api-model.ts';
import { wordsOfScheme } from '../../model/scheme-words.ts';
import type { ContractRun } from '../../result/contract-run.ts';
import { untriedOf } from '../../result/hindrance.ts';
import { isBasic, isSupported } from '../../wire/credential.ts';
import { isLocal } from './is-local.ts';
import { FLAG_WORDS, type MendWords } from './mend-words.ts';
import { variableOf } from '../../contract/wire/redact.ts';

/** Says which operations a run did not try for want of a credential, and how each is given; empty where it had all. */
export function renderMissing(
  api: ApiModel,
  run: ContractRun,
  words: MendWords = FLAG_WORDS,
): string {
  const missing = untriedOf(run).filter(({ kind }) => kind === 'credential');
  if (missing.length === 0) return '';
  const parts = missing.map(({ what, operations }) => `${operations} for ${what}`);
  const names = [...api.securitySchemes.keys()].filter((name) =>
    missing.some(({ what }) => what.split(/ and | or /).includes(name)),
  );
  return [
    `${api.name}: operations that were not tried for want of a credential: ${parts.join(', ')}`,
    ...names.map((name) => `  ${sayHowToGive(api, name, words)}`),
    ...(isLocal(run.target) && words.mock !== undefined ? [`  ${words.mock}`] : []),
    ...(words.unproven === undefined ? [] : [`  ${words.unproven}`]),
    '',
  ].join('\n');
}

/** One sentence: what to write where, so that a credential of a scheme is sent. */
export function sayHowToGive(
  { securitySchemes }: ApiModel,
  name: string,
  words: MendWords = FLAG_WORDS,
): string {
  const scheme = securitySchemes.get(name);
  const asked = scheme && wordsOfScheme(scheme);
  const told = asked === undefined ? name : `${name} (${asked})`;
  if (!scheme) return `${told}: the description has no such security scheme.`;
  if (scheme.type === 'mutualTLS') return `${told}: Kiln cannot show one.`;
  if (!isSupported(scheme)) return `${told}: Kiln cannot make such a credential.`;
  const isToken = scheme.type === 'oauth2' || scheme.type === 'openIdConnect';
  const secret = isBasic(scheme) ? 'USER:PASSWORD' : scheme.type === 'apiKey' ? 'KEY' : 'TOKEN';
  return `${told}: ${words.credential(name, secret, isToken)}, or set ${variableOf(name, 'good')}.`;
}
