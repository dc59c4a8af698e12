import type { Credential, Fixtures } from '../model/fixtures.ts';
import { arrayOf, stringsOf, objectOf, stringOf, textOf, type Json } from '../base/json.ts';
import { parseProgress } from '../model/job-progress.ts';
import { checkShape } from './check-shape.ts';
import { FIXTURES_SHAPE } from './shapes.ts';
import type { YamlSource } from './yaml-source.ts';

const NO_FIXTURES: Fixtures = {
  credentials: [],
  customQuotas: {},
  unmatchedCategory: undefined,
  progress: undefined,
  failEvery: undefined,
};

/** Reads `mock.yaml`; a description without one has no fixtures. */
export function toFixtures(source: YamlSource | undefined): Fixtures {
  if (!source) return NO_FIXTURES;
  const { value, locate } = source;
  checkShape({ name: 'mock.yaml', value, shape: FIXTURES_SHAPE, locate });
  const { credentials, customQuotas, unmatchedCategory, progress, failEvery } = objectOf(value);
  return {
    credentials: arrayOf(credentials).map(toCredential),
    customQuotas: objectOf(customQuotas) as Fixtures['customQuotas'],
    unmatchedCategory: stringOf(unmatchedCategory),
    progress: parseProgress(stringOf(progress) ?? ''),
    failEvery: typeof failEvery === 'number' ? failEvery : undefined,
  };
}

function toCredential(value: Json): Credential {
  const credential = objectOf(value);
  const { scopes } = credential;
  return {
    id: textOf(credential['id']),
    scheme: textOf(credential['scheme']),
    value: textOf(credential['value']),
    plan: stringOf(credential['plan']),
    access: credential['access'] === 'read' ? 'read' : 'write',
    expires: stringOf(credential['expires']),
    ...(scopes !== undefined && { scopes: stringsOf(scopes) }),
  };
}
