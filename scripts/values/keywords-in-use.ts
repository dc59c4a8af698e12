import { objectOf, stringOf } from '../base/json.ts';
import type { Pointer } from '../base/json-pointer.ts';
import { ASSERTIONS } from './keywords-assert.ts';
import type { Resolver } from './resolve.ts';

/** How schemas are read. */
export interface KeywordReading {
  /** Whether formats are asserted, as formats.ts says; 2020-12 calls them annotations unless one says so. */
  readonly formats: 'asserted' | 'annotations';
}

const VOCABULARIES = 'https://json-schema.org/draft/2020-12/vocab';

/**
 * Which keywords the `$schema` of a schema's resource lets mean something (JSON Schema 2020-12, core,
 * section 8.1.2): those of validation mean nothing where it is known and leaves that vocabulary out,
 * and formats are asserted where it wants them to be.
 */
export function keywordsInUse(
  resolver: Resolver,
  pointer: Pointer,
  { formats }: KeywordReading,
): (keyword: string) => boolean {
  const dialect = stringOf(objectOf(resolver.nodeAt(resolver.resourceAt(pointer)))['$schema']);
  const metaschema = dialect === undefined ? undefined : resolver.follow(dialect, pointer)?.node;
  const vocabularies = objectOf(metaschema)['$vocabulary'];
  const has = (name: string) => Object.hasOwn(objectOf(vocabularies), `${VOCABULARIES}/${name}`);
  const isValidating = vocabularies === undefined || has('validation');
  const isAsserting = formats === 'asserted' || has('format-assertion');
  return (keyword) =>
    keyword === 'format' ? isAsserting : isValidating || !ASSERTIONS.has(keyword);
}
