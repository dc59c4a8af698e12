import type { ApiModel, Breach } from '../../model/api-model.ts';
import { arrayOf, stringOf, type Json } from '../../base/json.ts';
import { append, tokensOf, valueAt, type Pointer } from '../../base/json-pointer.ts';
import { isOnlyInferred } from '../../model/only-inferred.ts';
import type { ReadParameter } from '../../refusal/read-parameters.ts';
import type { ReceivedBody } from './receive-body.ts';
import { explainKind, type KindFlaw } from './explain-kind.ts';
import { fieldOf, refuse, type FieldPath, type Refusal } from '../../refusal/refusal.ts';

/** Values longer than this as JSON are not repeated in an envelope. */
const LONGEST_ECHO = 200;

/**
 * Checks what a request carries against its schemas; the first breach ends the request, who is lenient only
 * by one of what a source states.
 */
export function validate(
  api: ApiModel,
  parameters: readonly ReadParameter[],
  body: ReceivedBody | undefined,
  isLenient = false,
): Refusal | undefined {
  const breachOf = (at: Pointer, given: Json): Breach | undefined => {
    const breaches = api.schemas.check(at, given, 'request');
    return isLenient
      ? breaches.find(({ constraint }) => !isOnlyInferred(api, constraint))
      : breaches[0];
  };
  for (const { parameter, value: given } of parameters) {
    const breach = parameter.schema && breachOf(parameter.schema, given);
    if (breach) return refusalOf(breach, given, [parameter.name]);
  }
  const schema = body?.mediaType.schema;
  const value = body?.value;
  if (schema === undefined || value === undefined) return undefined;
  const breach = breachOf(schema, value);
  if (!breach) return undefined;
  const kind = explainKind(api, schema, value, breach);
  if (kind?.unknown) return refuseKind(kind.at, kind.unknown, value, breach);
  const own = kind?.breach ? { ...kind.breach, instance: kind.at + kind.breach.instance } : breach;
  return refusalOf(own, value, []);
}

function refuseKind(
  at: string,
  { name, kinds }: NonNullable<KindFlaw['unknown']>,
  value: Json,
  { constraint }: Breach,
): Refusal {
  const found = valueAt(value, append(`#${at}`, name));
  const path = segmentsOf([...tokensOf(`#${at}`), name], value);
  const known = kinds.join(', ');
  const said = typeof found === 'string' ? `"${shortened(found)}"` : 'what it says';
  return refuse(
    'invalid',
    `"${fieldOf(path)}": ${said} is no known kind; the kinds are ${known}.`,
    {
      path,
      value: isShort(found) ? found : undefined,
      constraint,
    },
  );
}

function shortened(text: string): string {
  return text.length > 40 ? `${text.slice(0, 40)}…` : text;
}

function isShort(found: Json | undefined): boolean {
  return found === undefined || JSON.stringify(found).length <= LONGEST_ECHO;
}

function refusalOf(breach: Breach, value: Json, root: FieldPath): Refusal {
  const tokens = tokensOf(`#${breach.instance}`);
  const path = [...root, ...segmentsOf(tokens, value)];
  const field = fieldOf(path);
  const found = valueAt(value, append('#', ...tokens));
  return refuse('invalid', `${field ? `"${field}"` : 'The body'} ${sayBreach(breach)}.`, {
    path,
    isMissing: found === undefined,
    value: isShort(found) ? found : undefined,
    constraint: breach.constraint,
  });
}

/** `['events', 0, 'name']`: the tokens, those that are places in arrays as numbers. */
function segmentsOf(tokens: readonly string[], value: Json): FieldPath {
  let node: Json | undefined = value;
  return tokens.map((token) => {
    const segment = Array.isArray(node) ? Number(token) : token;
    node = node === undefined ? undefined : valueAt(node, append('#', token));
    return segment;
  });
}

function sayBreach({ keyword, message, expected }: Breach): string {
  if (keyword === 'required' || keyword === 'dependentRequired') return 'is required';
  if (keyword === 'additionalProperties' || keyword === 'unevaluatedProperties') {
    return 'is not a known field';
  }
  if (keyword === 'type') return `must be of type ${wordsOf(expected)}`;
  if (keyword === 'enum' || keyword === 'const')
    return `must be one of ${JSON.stringify([expected].flat())}`;
  return message.replaceAll(' NOT ', ' not ');
}

function wordsOf(types: Json): string {
  return stringOf(types) ?? arrayOf(types).map(String).join(' or ');
}
