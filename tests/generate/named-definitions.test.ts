import { expect, test } from 'vitest';
import { loadText } from '../load/load-files.ts';
import { renderTypes } from '../../scripts/generate/render-types.ts';
import { withNamedDefinitions } from '../../scripts/generate/shapes/named-definitions.ts';

const schemas = {
  Tree: {
    $defs: { leaf: { $ref: '#/components/schemas/Tree/$defs/bud/items' }, bud: { items: true } },
    properties: { leaf: { $ref: '#/components/schemas/Tree/$defs/leaf' }, $defs: { const: 1 } },
  },
  leaf: { default: { $defs: 1 } },
};

test('what stands under $defs and is referred to becomes a component', () => {
  const document = withNamedDefinitions({ openapi: '3.1.0', components: { schemas } });
  expect(document).toEqual({
    openapi: '3.1.0',
    components: {
      schemas: {
        Tree: {
          properties: { leaf: { $ref: '#/components/schemas/Tree-leaf' }, $defs: { const: 1 } },
        },
        leaf: { default: { $defs: 1 } },
        'Tree-leaf': { $ref: '#/components/schemas/bud' },
        bud: true,
      },
    },
  });
});

test('a schema anywhere that another refers to becomes a component', async () => {
  const api = await loadText(`openapi: 3.1.0
info: {title: Pets, version: '1'}
paths:
  /pets/{id}:
    get:
      operationId: getPet
      responses:
        '200':
          description: A pet
          content:
            application/json:
              schema: {type: object, properties: {name: {type: string}}}
components:
  schemas:
    Owner:
      type: object
      definitions: {kind: {enum: [person, firm]}}
      properties:
        kind: {$ref: '#/components/schemas/Owner/definitions/kind'}
        pet: {$ref: '#/paths/~1pets~1%7Bid%7D/get/responses/200/content/application~1json/schema'}
        heir: {allOf: [{type: object, properties: {next: {$ref: '#/components/schemas/Owner/properties/heir'}}}]}
`);
  const types = renderTypes(api).replaceAll(/\s+/g, ' ');
  expect(types).toContain('kind?: components["schemas"]["kind"];');
  expect(types).toContain('kind: "person" | "firm";');
  expect(types).toContain('pet?: components["schemas"]["application_json"];');
  expect(types).toContain('next?: components["schemas"]["heir"];');
});

test('no value needs a member $defs, whatever its schema refers to', async () => {
  const api = await loadText(`openapi: 3.1.0
info: {title: Pets, version: '1'}
paths: {}
components:
  schemas:
    Page:
      $id: page
      type: object
      required: [items]
      properties: {items: {type: array, items: {$dynamicRef: '#item'}}}
      $defs: {item: {$dynamicAnchor: item}}
    Names:
      $id: names
      $ref: page
      $defs: {item: {$dynamicAnchor: item, type: string}}
`);
  const types = renderTypes(api).replaceAll(/\s+/g, ' ');
  expect(types).not.toContain('$defs:');
  expect(types).toContain('Names: components["schemas"]["PageOfItem"];');
  expect(types).toContain('PageOfItem: { items: components["schemas"]["Names-item"][]; };');
  expect(types).toContain('"Names-item": string;');
  expect(types).toContain('Page: { items: components["schemas"]["item"][]; };');
  expect(types).toContain('{ item: unknown;');
});
