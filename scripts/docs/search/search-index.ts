import type { ApiModel, Operation } from '../../model/api-model.ts';
import { objectOf, stringOf } from '../../base/json.ts';
import { valueAt } from '../../base/json-pointer.ts';
import { operationHash, pageOf, sectionHash } from '../deep-links.ts';
import type { Guide } from '../guides/guide.ts';
import { slugOf } from '../markdown/slug-of.ts';
import { plainWords } from '../markdown/plain-words.ts';
import { shownFields } from '../twins/body-fields.ts';
import type { SiteFrame } from '../shell/site-frame.ts';
import { evidencePageOf } from '../evidence-page.ts';

/** What is found, in the order in which results stand. */
const KINDS = ['Section', 'Operation', 'Webhook', 'Field', 'Evidence'] as const;

type Entry = readonly [
  kind: number,
  api: number,
  name: string,
  path: string,
  text: string,
  address: string,
];

interface SearchIndex {
  readonly kinds: readonly string[];
  readonly apis: readonly string[];
  readonly entries: readonly Entry[];
}

/** All that can be found on a site: pages, sections, operations, webhooks, fields of their bodies, and claims. */
export function searchIndex(
  { apis, places }: Pick<SiteFrame, 'apis' | 'places'>,
  guides: readonly Guide[] = [],
): SearchIndex {
  const pages = places.map(([path, words]): Entry => [0, -1, words, '', '', path]);
  return {
    kinds: KINDS,
    apis: apis.map(({ title }) => title),
    entries: [...pages, ...guides.flatMap(guideEntries), ...apis.flatMap(entriesOf)],
  };
}

/** A guide and its sections. */
function guideEntries({ path, title, markdown }: Guide): Entry[] {
  return [
    [0, -1, title, '', '', path],
    ...sectionsOf(markdown).map((it): Entry => [
      0,
      -1,
      it.title.replaceAll('`', ''),
      '',
      shortened(`${title}: ${it.text}`),
      `${path}#${slugOf(it.title)}`,
    ]),
  ];
}

function entriesOf(api: ApiModel, index: number): Entry[] {
  const info = objectOf(api.document['info']);
  const about = stringOf(info['description']) ?? '';
  const entries: Entry[] = [
    [0, index, api.title, '', shortened(stringOf(info['summary']) ?? about), pageOf(api)],
    ...sectionsOf(about).map(({ title, text }): Entry => [
      0,
      index,
      title,
      '',
      shortened(text),
      pageOf(api, sectionHash(title)),
    ]),
  ];
  for (const operation of api.operations) entries.push(operationEntry(api, index, operation, 1));
  for (const webhook of api.webhooks) entries.push(operationEntry(api, index, webhook, 2));
  entries.push(...fieldEntries(api, index));
  for (const { id, status, says } of api.ledger?.claims.values() ?? []) {
    entries.push([
      4,
      index,
      shortened(says, 160),
      id,
      status,
      `${evidencePageOf(api)}#${id.toLowerCase()}`,
    ]);
  }
  return entries;
}

function operationEntry(api: ApiModel, index: number, operation: Operation, kind: number): Entry {
  const { id, summary, method, path, description = '' } = operation;
  const called = kind === 2 ? `${id} ${path}` : `${id} ${method.toUpperCase()} ${path}`;
  return [
    kind,
    index,
    summary ?? id,
    called,
    shortened(description),
    pageOf(api, operationHash(api, operation)),
  ];
}

/**
 * Parameters and fields of the bodies and of the answers of success. One that is told alike for several operations is
 * found once, and leads to the first of them.
 */
function fieldEntries(api: ApiModel, index: number): Entry[] {
  const found = new Map<string, { readonly entry: Entry; readonly users: Set<string> }>();
  for (const operation of [...api.operations, ...api.webhooks]) {
    const address = pageOf(api, operationHash(api, operation));
    for (const [name, description] of fieldsOf(api, operation)) {
      const text = shortened(description, 100);
      const key = `${name}\n${text}`;
      const known = found.get(key);
      if (known) known.users.add(operation.id);
      else {
        const entry: Entry = [3, index, name, operation.id, text, address];
        found.set(key, { entry, users: new Set([operation.id]) });
      }
    }
  }
  return [...found.values()].map(({ entry, users }): Entry => {
    const [kind, place, name, id, ...rest] = entry;
    return [kind, place, name, users.size === 1 ? id : `${id} and ${users.size - 1} more`, ...rest];
  });
}

/** Names of an operation's parameters and fields with what is said of them, each name once. */
function fieldsOf({ document }: ApiModel, operation: Operation): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  const add = (name: string, description: string) => {
    if (/\w/.test(name) && !found.has(name)) found.set(name, description);
  };
  for (const { name, pointer } of operation.parameters) {
    add(name, stringOf(objectOf(valueAt(document, pointer))['description']) ?? '');
  }
  const answers = operation.responses.filter(({ status }) => status.startsWith('2'));
  const contents = [operation.body?.content ?? [], ...answers.map(({ content }) => content)].flat();
  for (const { schema } of contents) {
    if (schema === undefined) continue;
    for (const { path, node, schema: all } of shownFields(document, schema).shown) {
      add(path, stringOf(node['description']) ?? stringOf(all['description']) ?? '');
    }
  }
  return found;
}

/** The sections of a description by its headings, as the renderer of references makes pages of them. */
function sectionsOf(markdown: string): { readonly title: string; readonly text: string }[] {
  const [, ...parts] = markdown.split(/^#{1,2} +/m);
  return parts.map((part) => {
    const [title = '', ...lines] = part.split('\n');
    return { title: title.replace(/#+\s*$/, '').trim(), text: lines.join(' ') };
  });
}

function shortened(markdown: string, most = 140): string {
  const plain = plainWords(markdown);
  return plain.length <= most ? plain : `${plain.slice(0, most).replace(/\s+\S*$/, '')} …`;
}
