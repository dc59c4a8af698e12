import type { JsonObject } from '../base/json.ts';
import { quote } from './names.ts';
import { modelsOf } from './render-models.ts';

/** Types that every module of TypeScript knows without a global value of that name. */
const BUILT_IN: ReadonlySet<string> = new Set(
  `Awaited Exclude Extract NonNullable Omit Partial Pick Readonly ReadonlyArray Record Required
   ArrayLike AsyncIterable Iterable BodyInit HeadersInit RequestInit ResponseInit`.split(/\s+/),
);

/**
 * The named schemas of an API as types by their names, to stand below `text`, the whole client. A name that something in
 * the client has itself, such as `Response`, is given to what is exported alone, and one that the client exports gets
 * `Model` behind it.
 */
export function renderSingleModels(shapes: JsonObject, text: string, client: string): string {
  const exported = exportedBy(text);
  const used = new Set(client.match(/[A-Za-z_$][\w$]*/g));
  return modelsOf(shapes)
    .map(({ name, schema, comment }) => {
      const free = freeName(name, exported);
      exported.add(free);
      const type = `components['schemas'][${quote(schema)}];\n`;
      if (free === name && !used.has(name) && !BUILT_IN.has(name) && !(name in globalThis))
        return `${comment}export type ${name} = ${type}`;
      const local = freeName(`${name}_model`, used);
      return `${comment}type ${local} = ${type}export type { ${local} as ${free} };\n`;
    })
    .join('');
}

function freeName(wanted: string, taken: ReadonlySet<string>): string {
  if (!taken.has(wanted)) return wanted;
  const ways = Array.from({ length: taken.size + 1 }, (_, index) =>
    index === 0 ? `${wanted}Model` : `${wanted}Model${index + 1}`,
  );
  return ways.find((it) => !taken.has(it)) ?? wanted;
}

/** What a module exports: names that it declares so, and those of its lists. */
function exportedBy(text: string): Set<string> {
  const declared = text.matchAll(
    /^export (?:declare )?(?:abstract )?(?:async )?(?:const|let|function\*?|class|interface|type|enum) ([\w$]+)/gm,
  );
  const listed = text.matchAll(/^export (?:type )?\{([^}]*)\}/gm);
  return new Set([
    ...[...declared].map(([, name = '']) => name),
    ...[...listed].flatMap(([, list = '']) =>
      list.split(',').map((it) =>
        it
          .trim()
          .replace(/^type /, '')
          .replace(/^.* as /, ''),
      ),
    ),
  ]);
}
