import { stringOf, type JsonObject } from '../../base/json.ts';
import { append, type Pointer } from '../../base/json-pointer.ts';
import { nodesOf } from '../../model/description-nodes.ts';
import { resolverOf } from '../../values/resolve.ts';
import { flawOfReference } from './object-flaws.ts';
import { nameAt, type Leaving, type Survey } from './survey.ts';

/** A `$ref` where OpenAPI knows none, which leads to nothing: whoever resolves all there are would trip over it. */
export function* unsoundReferences(
  document: JsonObject,
  missingFile: Survey['missingFile'],
): Generator<Leaving & { readonly cut: Pointer }> {
  const resolver = resolverOf(document);
  for (const { node, pointer, isSchema } of nodesOf(document)) {
    const ref = isSchema ? undefined : stringOf(node['$ref']);
    if (ref === undefined) continue;
    const why = flawOfReference(
      ref,
      { at: pointer, kind: 'info' },
      { resolver, document, missingFile },
    );
    if (why === undefined) continue;
    const cut = append(pointer, '$ref');
    yield { what: 'reference', name: nameAt(pointer), pointer: cut, cut, why };
  }
}
