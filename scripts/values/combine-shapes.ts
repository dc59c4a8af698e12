import { isObject, type Json, type JsonObject } from '../base/json.ts';

/** Types of JSON Schema; what allows `number` allows `integer` as well. */
export type JsonType = 'integer' | 'number' | 'boolean' | 'null' | 'string' | 'array' | 'object';

/** What a text may stand for, which alone tells how it is read. */
export interface TextShape {
  readonly types: ReadonlySet<JsonType>;
  /** The types, the likeliest first: text can be read as a string always, as another rarely by chance. */
  readonly order: readonly JsonType[];
  /** The one type that there is to read text as, where that is no array and no object. */
  readonly only: Exclude<JsonType, 'array' | 'object'> | undefined;
  readonly items: (index: number) => TextShape;
  readonly member: (name: string) => TextShape;
  /** Members that are named. */
  readonly names: readonly string[];
  /** Whether the schema expressly allows a member that it does not name. */
  readonly takes: (name: string) => boolean;
  /** Whether what it neither names nor expressly allows is no part of it. */
  readonly isClosed: boolean;
}

interface Told extends Partial<Omit<TextShape, 'types' | 'order' | 'only'>> {
  /** All types where it is left out. */
  readonly types?: Iterable<JsonType> | undefined;
  /** Types that are meant, where more are allowed. */
  readonly hinted?: Iterable<JsonType>;
}

/** From what is found by its looks to what every text is. */
const BY_LOOKS: readonly JsonType[] = ['integer', 'number', 'boolean', 'string', 'null'];
const STRUCTURES: readonly JsonType[] = ['array', 'object'];
/** Where nothing is said, a text is itself. */
const UNTOLD: readonly JsonType[] = [
  'string',
  'integer',
  'number',
  'boolean',
  'null',
  ...STRUCTURES,
];

export function toShape(told: Told): TextShape {
  const types = new Set(told.types ?? UNTOLD);
  const order = orderOf(types, new Set(told.hinted));
  const {
    items = () => ANY_SHAPE,
    member = () => ANY_SHAPE,
    names = [],
    takes = () => false,
    isClosed = false,
  } = told;
  return {
    types,
    order,
    only: onlyOf(types),
    items: lastRemembered(items),
    member: lastRemembered(member),
    names,
    takes: lastRemembered(takes),
    isClosed,
  };
}

/** Shapes are made of shapes, and one may stand in many places: it answers a question once for all of them. */
function lastRemembered<Question, Answer>(
  answerTo: (question: Question) => Answer,
): (question: Question) => Answer {
  // Names come from whoever sends them, so only the last is kept.
  let last: { readonly question: Question; readonly answer: Answer } | undefined;
  return (question) => {
    if (last?.question !== question) last = { question, answer: answerTo(question) };
    return last.answer;
  };
}

/** Anything: what no schema says something about. */
export const ANY_SHAPE: TextShape = toShape({});

function orderOf(types: ReadonlySet<JsonType>, hinted: ReadonlySet<JsonType>): JsonType[] {
  const ranked = types.size < UNTOLD.length ? [...BY_LOOKS, ...STRUCTURES] : UNTOLD;
  const allowed = ranked.filter((it) => types.has(it));
  return [...allowed.filter((it) => hinted.has(it)), ...allowed.filter((it) => !hinted.has(it))];
}

function onlyOf(types: ReadonlySet<JsonType>): TextShape['only'] {
  const [first, second] = types;
  if (types.size === 2 && types.has('number') && types.has('integer')) return 'number';
  return second !== undefined || first === 'array' || first === 'object' ? undefined : first;
}

/** What both say, as under `allOf`. */
export function bothShapes(shapes: readonly TextShape[]): TextShape {
  const told = [...new Set(shapes)].filter((it) => it !== ANY_SHAPE);
  const [first, second] = told;
  if (!first || !second) return first ?? ANY_SHAPE;
  return toShape({
    types: UNTOLD.filter((type) => told.every(({ types }) => types.has(type))),
    hinted: told.flatMap(hintsOf),
    items: (index) => bothShapes(told.map(({ items }) => items(index))),
    member: (name) => bothShapes(told.map(({ member }) => member(name))),
    ...namesIn(told),
    isClosed: told.some(({ isClosed }) => isClosed),
  });
}

/** What any of them says, as under `anyOf`; only those that allow arrays tell of items. */
export function eitherShape(branches: readonly TextShape[]): TextShape {
  const shapes = [...new Set(branches)];
  const [first, second] = shapes;
  if (first && !second) return first;
  const those = (type: JsonType) => shapes.filter(({ types }) => types.has(type));
  return toShape({
    types: shapes.flatMap(({ types }) => [...types]),
    hinted: shapes.flatMap(hintsOf),
    items: (index) => eitherShape(those('array').map(({ items }) => items(index))),
    member: (name) => eitherShape(those('object').map(({ member }) => member(name))),
    ...namesIn(those('object')),
    isClosed: those('object').every(({ isClosed }) => isClosed),
  });
}

function namesIn(shapes: readonly TextShape[]): Pick<TextShape, 'names' | 'takes'> {
  return {
    names: [...new Set(shapes.flatMap((it) => it.names))],
    takes: (name) => shapes.some((it) => it.takes(name)),
  };
}

/** The types that a shape stands for more than for others. */
function hintsOf({ types, order }: TextShape): readonly JsonType[] {
  if (types.size < UNTOLD.length) return order;
  // Untold types come in their usual order.
  const [likeliest] = order;
  return likeliest === undefined || likeliest === 'string'
    ? []
    : order.slice(0, order.indexOf('string'));
}

/** The shape of values that are listed, as by `enum`. */
export function shapeOfValues(values: readonly Json[]): TextShape {
  const arrays = values.filter((it): it is readonly Json[] => Array.isArray(it));
  const objects = values.filter(isObject);
  return toShape({
    types: values.flatMap(typesOf),
    items: (index) => shapeOfValues(arrays.flatMap((it) => it[index] ?? [])),
    member: (name) => shapeOfValues(objects.flatMap((it) => memberOf(it, name))),
    names: [...new Set(objects.flatMap((it) => Object.keys(it)))],
    isClosed: true,
  });
}

function memberOf(object: JsonObject, name: string): readonly Json[] {
  return Object.hasOwn(object, name) ? [object[name] ?? null] : [];
}

function typesOf(value: Json): readonly JsonType[] {
  if (value === null) return ['null'];
  if (Array.isArray(value)) return ['array'];
  if (typeof value === 'number' && !Number.isInteger(value)) return ['number', 'integer'];
  if (typeof value === 'number' || typeof value === 'bigint') return ['integer'];
  if (typeof value === 'boolean') return ['boolean'];
  return typeof value === 'string' ? ['string'] : ['object'];
}
