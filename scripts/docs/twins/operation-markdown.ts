import type { DocumentedResponse, MediaType, Operation, Parameter } from '../../model/api-model.ts';
import { objectOf, stringOf, type Json, type JsonObject } from '../../base/json.ts';
import { valueAt, type Pointer } from '../../base/json-pointer.ts';
import { claimsBehind } from '../evidence-notes.ts';
import { annotateOperation } from '../annotate-operation.ts';
import { tableOf } from '../markdown/table-of.ts';
import { joinParagraphs } from '../paragraphs.ts';
import type { NoteContext } from '../policy-notes.ts';
import type { CallSample } from '../samples/call-sample.ts';
import { schemeTitles } from '../scheme-titles.ts';
import { keywordsAt, shownFields, type ShownFields } from './body-fields.ts';
import { constraintWords, typeWords } from './schema-words.ts';

interface TwinContext extends NoteContext {
  /** Ready to paste, in the order in which they are shown. */
  readonly samples: readonly CallSample[];
  /** Where the API's claims are listed, seen from the page. */
  readonly evidence: string;
}

/** Tables that stand on the page already, with the heading they stand under: refusals are much alike. */
type Shown = Map<string, string>;

/** Everything that the description says of an operation or a webhook, as Markdown that reads well by itself. */
export function renderOperationMarkdown(context: TwinContext, operation: Operation): string {
  const { api, samples } = context;
  const { id, summary, body, parameters, responses } = operation;
  const node = annotateOperation(context, operation, api.document);
  const isSent = api.webhooks.includes(operation);
  const shown: Shown = new Map();
  return `${joinParagraphs(
    `# ${inline(summary ?? id)}`,
    lineOf(context, operation, isSent),
    stringOf(node['description']),
    isSent ? undefined : authenticationOf(context, operation),
    parameters.length > 0 ? `## Parameters\n\n${parameterTable(context, parameters)}` : undefined,
    body &&
      `## Request body\n\n${body.required ? 'Required.' : 'Optional.'} ${described(api.document, body.pointer)}`,
    ...(body?.content ?? []).map((content) => contentOf(context, content)),
    `## ${isSent ? 'What the receiver answers' : 'Answers'}`,
    ...responses.map((response) => responseOf(context, response, shown)),
    ...callbacksOf(context, operation),
    samples.length > 0 ? '## Samples' : undefined,
    ...samples.map(({ label, language, source }) => `### ${label}\n\n${fence(source, language)}`),
  )}\n`;
}

function lineOf({ api }: TwinContext, operation: Operation, isSent: boolean): string {
  const { id, method, path, servers, deprecated } = operation;
  const server = (servers[0]?.url ?? '').replace(/\/$/, '');
  const place = isSent
    ? `Sent to the receiver's address by ${method.toUpperCase()}`
    : `\`${method.toUpperCase()} ${server}${path}\``;
  return `${place} · \`${id}\` · ${inline(api.title)} ${inline(api.version)}${deprecated ? ' · **deprecated**' : ''}`;
}

function authenticationOf({ api }: TwinContext, { security }: Operation): string {
  const titles = schemeTitles(api);
  const ways = security.map((requirement) =>
    requirement.size === 0
      ? 'no credential'
      : [...requirement]
          .map(([name, scopes]) => {
            const named = `${inline(titles.get(name) ?? name)} (\`${name}\`)`;
            return scopes.length === 0
              ? named
              : `${named} with ${scopes.map((it) => `\`${it}\``).join(', ')}`;
          })
          .join(' together with '),
  );
  if (ways.length === 0) return '## Authentication\n\nNo credential is needed.';
  return `## Authentication\n\n${ways.length === 1 ? `${capital(ways[0] ?? '')}.` : `Any one of:\n\n${ways.map((it) => `- ${it}`).join('\n')}`}`;
}

function parameterTable(context: TwinContext, parameters: readonly Parameter[]): string {
  const { document } = context.api;
  const rows = parameters.map((parameter) => {
    const { name, pointer, required, schema } = parameter;
    const node = objectOf(valueAt(document, pointer));
    const type = schemaOf(document, schema);
    return [
      `\`${name}\``,
      parameter.in,
      type.words,
      required ? 'yes' : 'no',
      saysOf(context, node, type.schema),
    ];
  });
  return tableOf(['Name', 'In', 'Type', 'Required', 'Says'], rows);
}

/** The keywords of a value, and its type in words; a name of its schema says less than the type. */
function schemaOf(document: JsonObject, pointer: Pointer | undefined) {
  const schema = pointer === undefined ? {} : keywordsAt(document, pointer);
  const { $ref: _, ...own } = schema;
  return { schema: own, words: cell(typeWords(own)) };
}

const NONE: ShownFields = { shown: [], left: 0 };

function contentOf(
  context: TwinContext,
  content: MediaType,
  status?: string,
  shown: Shown = new Map(),
): string {
  const { mediaType, schema, examples } = content;
  const { document } = context.api;
  const { shown: upper, left } = schema === undefined ? NONE : shownFields(document, schema);
  const [whole, ...inner] = upper;
  const rows = inner.map((field) => [
    `\`${field.path}\``,
    cell(typeWords(field.schema)),
    field.need === 'alternative' ? 'in some forms' : field.need === 'required' ? 'yes' : 'no',
    saysOf(context, field.node, field.schema),
  ]);
  const [example] = examples;
  const isJson = /[/+]json\b/.test(mediaType);
  return joinParagraphs(
    `\`${mediaType}\`${whole ? `: ${inline(typeWords(whole.schema))}${listOf(constraintWords(whole.schema))}` : ''}`,
    onceOf(
      'fields',
      tableOf(['Field', 'Type', status === undefined ? 'Required' : 'Always there', 'Says'], rows),
      { status, shown },
    ),
    left === 0
      ? undefined
      : `${left} more ${left === 1 ? 'field lies' : 'fields lie'} deeper down. The reference opens them one by one.`,
    example && `Example:\n\n${fence(valueText(example.value, isJson), isJson ? 'json' : '')}`,
  );
}

function responseOf(context: TwinContext, response: DocumentedResponse, shown: Shown): string {
  const { status, description, headers, content } = response;
  const { document } = context.api;
  const rows = headers.map((header) => {
    const type = schemaOf(document, header.schema);
    return [
      `\`${header.name}\``,
      type.words,
      header.required ? 'yes' : 'no',
      saysOf(context, objectOf(valueAt(document, header.pointer)), type.schema),
    ];
  });
  return joinParagraphs(
    `### ${status === 'default' ? 'Any other status' : status}`,
    description,
    onceOf('headers', tableOf(['Header', 'Type', 'Always there', 'Says'], rows), { status, shown }),
    ...content.map((it) => contentOf(context, it, status, shown)),
  );
}

function callbacksOf(context: TwinContext, { callbacks }: Operation): string[] {
  return callbacks.flatMap(({ name, address, operation }) => [
    `## Callback: ${inline(name)}`,
    `Sent to \`${address}\` by ${operation.method.toUpperCase()}.`,
    operation.description ?? operation.summary ?? '',
    ...(operation.body?.content ?? []).map((it) => contentOf(context, it)),
  ]);
}

/** What is said of a field in one cell: its words, what its value keeps, and how sure that is. */
function saysOf({ api, evidence }: TwinContext, node: JsonObject, schema: JsonObject = {}): string {
  const words = described(node) || described(schema);
  const rules = constraintWords(schema);
  const claims = api.ledger ? claimsBehind(node, api.ledger) : [];
  const sources = claims.map(({ id, status }) => `[${status}](${evidence}#${id.toLowerCase()})`);
  return cell(
    [
      words,
      rules.length > 0 ? `${capital(rules.join('; '))}.` : '',
      [...new Set(sources)].join(', '),
    ]
      .filter((part) => part !== '')
      .join(' '),
  );
}

function described(document: JsonObject, pointer: Pointer = '#'): string {
  return stringOf(objectOf(valueAt(document, pointer))['description']) ?? '';
}

function listOf(words: readonly string[]): string {
  return words.length === 0 ? '' : `, ${words.join(', ')}`;
}

function valueText(value: Json, isJson: boolean): string {
  return typeof value === 'string' && !isJson ? value : JSON.stringify(value, null, 2);
}

/** A table, or where on the page it stands already. */
function onceOf(
  noun: 'fields' | 'headers',
  table: string,
  { status = '', shown }: { readonly status: string | undefined; readonly shown: Shown },
): string {
  const place = shown.get(table);
  if (place !== undefined) return `The ${noun} are those of ${place}.`;
  if (table !== '') shown.set(table, status);
  return table;
}

/** A block that no text in it can end. */
function fence(text: string, language: string): string {
  const longest = Math.max(2, ...[...text.matchAll(/`+/g)].map(([ticks]) => ticks.length));
  const ticks = '`'.repeat(longest + 1);
  return `${ticks}${language}\n${text}\n${ticks}`;
}

/** Text on one line of a table: what ends a cell or a row does not. */
function cell(text: string): string {
  return text
    .trim()
    .replaceAll(/\s+/g, ' ')
    .replaceAll('|', String.raw`\|`);
}

function inline(text: string): string {
  return text.replaceAll(/\s+/g, ' ').replaceAll(/[\\`*_[\]<]/g, String.raw`\$&`);
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
