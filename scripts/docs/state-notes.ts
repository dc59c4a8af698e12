import { textOf } from '../base/json.ts';
import { tokensOf } from '../base/json-pointer.ts';
import type { Operation } from '../model/api-model.ts';
import { leavesOf } from '../values/leaves-of.ts';

/** What nobody may change or delete by an operation, in Markdown. */
export function protectedNote({ resource }: Operation): string | undefined {
  const ids = resource?.protected?.map((it) => code(textOf(it)));
  return ids && `${ids.join(', ')} can be neither changed nor deleted: the request is refused.`;
}

/** What is said of new things, in Markdown. */
export function newNote({ resource }: Operation): string | undefined {
  const { initial = {}, distinct = [], holds = [], composed = {}, numbered } = resource ?? {};
  const values = leavesOf(initial).map(
    ([at, it]) => `${code(tokensOf(at).join('.'))} is ${it === '' ? 'empty' : code(textOf(it))}`,
  );
  const own = distinct.map((it) => code(it.slice(2)));
  const always = holds.flatMap(({ name, always: all = [] }) =>
    all.length === 0 ? [] : [`it has ${all.length} of the kind ${code(name)} from the start`],
  );
  const words = [
    ...(values.length > 0 ? [`${values.join(', ')} unless the request says otherwise`] : []),
    ...(own.length > 0 ? [`no two have the same ${own.join(' or ')}`] : []),
    ...Object.entries(composed).map(
      ([name, parts]) => `${code(name)} is ${code(parts.replaceAll('{#/', '{'))}`,
    ),
    ...(numbered ? [`${nameOf(numbered.at)} counts them from ${numbered.from}`] : []),
    ...always,
    ...holds.flatMap(({ name, members }) =>
      members
        ? [`values in a ${code(name)} have the types that each ${code(members.of)} says`]
        : [],
    ),
  ];
  return words.length === 0 ? undefined : `${words.join('; ')}.`;
}

/** What an operation sets anew of a thing, and what its answer leaves out, in Markdown. */
export function changedNote({ resource }: Operation): string | undefined {
  const { renewed = [], omits = [] } = resource ?? {};
  const words = [
    ...(renewed.length > 0 ? [`${renewed.map(nameOf).join(' and ')} is made anew`] : []),
    ...(omits.length > 0 ? [`the answer leaves out ${omits.map(nameOf).join(' and ')}`] : []),
  ];
  return words.length === 0 ? undefined : `${words.join('; ')}.`;
}

/** How a request says what a list shows, in Markdown. */
export function shownNote({ resource }: Operation): string | undefined {
  const { linked, cut, period } = resource ?? {};
  const words = [
    ...(linked === undefined
      ? []
      : [`${nameOf(linked)} says which references are shown as the things that they lead to`]),
    ...(cut
      ? [`${nameOf(cut.at)} cuts long texts at so many bytes, and at ${cut.bytes} where it is true`]
      : []),
    ...(period
      ? [
          `${nameOf(period.from)} and ${nameOf(period.to)} keep it to what was made between two days`,
        ]
      : []),
  ];
  return words.length === 0 ? undefined : `${words.join('; ')}.`;
}

/** On what it depends which example is the answer, in Markdown. */
export function answersNote({ answers }: Operation): string | undefined {
  if (!answers) return undefined;
  const cases = answers.cases.map(
    ({ is, example }) => `${code(example)} where it is ${code(textOf(is))}`,
  );
  return `by ${code(answers.state.slice(2))} of the ${answers.about}: ${cases.join(', ')}.`;
}

/** Which kinds of things a list shows, and how it is searched, in Markdown. */
export function kindsNote({ resource }: Operation): string | undefined {
  const { kinds, search } = resource ?? {};
  const words = kinds?.of.map(({ name, word }) => `each ${name} as ${code(word)}`) ?? [];
  const sentences = [
    ...(words.length > 0 ? [`What was made is listed: ${words.join(', ')}.`] : []),
    ...(search
      ? [`The text is looked for in ${search.at.map((it) => code(it.slice(2))).join(' and ')}.`]
      : []),
  ];
  return sentences.length === 0 ? undefined : sentences.join(' ');
}

/** What an answer says again of the request, in Markdown. */
export function repeatsNote({ repeats }: Operation): string | undefined {
  if (!repeats) return undefined;
  const words = repeats.map(({ when = {}, places = {}, most = {} }) => {
    const conditions = Object.entries(when).map(
      ([it, value]) => `${nameOf(it)} is ${code(textOf(value))}`,
    );
    const parts = [
      ...Object.entries(places).map(([to, from]) => `${nameOf(to)} is ${nameOf(from)}`),
      ...Object.entries(most).map(([to, from]) => `${nameOf(to)} is at most ${nameOf(from)}`),
    ];
    return `${parts.join(', ')}${conditions.length > 0 ? ` where ${conditions.join(' and ')}` : ''}.`;
  });
  return words.join(' ');
}

/** What statements in SQL run on, in Markdown. */
export function sqlNote({ sql }: Operation): string | undefined {
  if (!sql) return undefined;
  const changes = sql.changes
    ? ' A statement that changes something needs a credential that may write.'
    : '';
  return `The tables are of the kind ${code(sql.tables)}, and their rows of the kind ${code(sql.records)}.${changes}`;
}

/** A parameter, or a place, as a reader knows it. */
function nameOf(place: string): string {
  if (place === '#') return 'the body';
  return code(place.startsWith('#') ? place.slice(2).replaceAll('/', '.') : place);
}

function code(text: string): string {
  return `\`${text}\``;
}
