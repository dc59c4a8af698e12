import { loadApis } from '../../scripts/cli/descriptions.ts';
import { nodeIo } from '../../scripts/cli/io.ts';
import type { ApiModel } from '../../scripts/model/api-model.ts';
import { nodesOf } from '../../scripts/model/description-nodes.ts';
import type { Json } from '../../scripts/base/json.ts';
import type { Pointer } from '../../scripts/base/json-pointer.ts';
import { loadApi } from '../../scripts/load/load-api.ts';

/** A description under `specs/`, read and bundled once for all its variants. */
export interface Spec {
  readonly api: ApiModel;
  /** The model of a changed bundle, with the handwritten lines of the description as it was. */
  readonly changed: (document: Json) => Promise<ApiModel>;
}

/** Every description there is. */
export const SPECS: readonly Spec[] = (await loadApis(nodeIo, [])).map(toSpec);

function toSpec(api: ApiModel): Spec {
  const { source: root, locate, ledger, fixtures } = api;
  const written = schemasIn(api.document);
  // The least that the loader takes for a description in several files, which it then has bundled.
  const stub = (path: string) => (path === root ? 'openapi: 3.1.0\n$ref: rest.yaml' : '{}');
  return {
    api,
    async changed(document) {
      const model = await loadApi(root, {
        readText: (path) => Promise.resolve(stub(path)),
        exists: () => Promise.resolve(false),
        bundle: () => Promise.resolve(JSON.stringify(document)),
      });
      // An edit copies no more than it must: the schemas that it left alone need not compile again.
      const now = schemasIn(document);
      const isSame =
        now.size === written.size && [...now].every(([at, it]) => written.get(at) === it);
      const schemas = isSame ? api.schemas : model.schemas;
      const aside = model.aside.map((it) => ({ ...it, at: locate(it.pointer) }));
      return { ...model, locate, aside, ledger, fixtures, schemas };
    },
  };
}

function schemasIn(document: Json): ReadonlyMap<Pointer, Json> {
  const schemas = [...nodesOf(document)].filter(({ isSchema }) => isSchema);
  return new Map(schemas.map(({ pointer, node }) => [pointer, node]));
}
