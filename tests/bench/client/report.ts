import { CALLS, type Api } from './contenders/place.ts';
import { FEATURES } from './features.ts';
import { PLAYS } from './plays.ts';
import type { TypeCost } from './type-cost.ts';

/** What was measured of one contender. */
export interface Measured {
  readonly name: string;
  /** The call that is measured where it is none of these descriptions'. */
  readonly ofItsOwn: string | undefined;
  /** How many times as long as a bare `fetch`. */
  readonly overhead: number;
  /** Bytes, in the order of the descriptions; of a call of its own one figure. */
  readonly sizes: readonly number[];
  /** Whether a bundle of one call has no other one. */
  readonly isShaken: boolean;
  readonly types: readonly TypeCost[];
  readonly features: readonly string[];
  readonly plays: readonly string[];
}

/** Bytes of one call with timeout, retries and a credential that Kiln's is meant to stay below. */
const WANTED = 4_000;

/** The committed table. */
export function renderReport(measured: readonly Measured[], apis: readonly Api[]): string {
  const names = measured.map(({ name }) => name);
  const [own] = measured;
  const ownSize = own?.sizes[0] ?? NaN;
  return `# Clients beside others

Written by \`npm run bench:client\` with Node ${process.versions.node}: clients of the same descriptions, each made by
its maker's own command with what it does by default. Of Kiln's and Redocly's, retries are on. Stainless makes clients as a
service, so one that is published stands for them, with calls of the API that it is made for.

## One call

A module that makes one call with a credential, bundled by Rolldown for browsers and minified, in bytes by brotli. Kiln's
one call has timeout, retries and a credential, and the checks of the table below; it is meant to have ${WANTED} at most, and has ${ownSize}${ownSize > WANTED ? ': what it does about failures, redirects, credentials in what is shown, and plain http costs the rest' : ''}.

${table(
  ['', ...names],
  [
    ...apis.map((api, index) => [
      `\`${api}\` ${CALLS[api]}`,
      ...measured.map(({ sizes, ofItsOwn }) => (ofItsOwn === undefined ? `${sizes[index]}` : '–')),
    ]),
    ...ownRows(measured, ({ sizes }) => `${sizes[0]}`),
    ['brings no other operation', ...measured.map(({ isShaken }) => (isShaken ? 'yes' : 'no'))],
  ],
)}
## Time

How many times as much processor time as a bare \`fetch\` with \`JSON.stringify\` and \`response.json()\` a call takes that is
sent to a server of this machine, one after the other; the middle of eleven rounds.

${table(['', ...names], [['a call', ...measured.map(({ overhead }) => overhead.toFixed(2))]])}
## Types

What TypeScript 6.0.3 needs to check that one call, the value of its success included, strictly and without the declarations of libraries: instantiations, and
seconds of checking, the least of three. Kiln's declarations are a library's; of the others the generated source is checked too.

${table(
  ['', ...names],
  [
    ...apis.map((api, index) => [
      `\`${api}\``,
      ...measured.map(({ types, ofItsOwn }) =>
        ofItsOwn === undefined ? shownCost(types[index]) : '–',
      ),
    ]),
    ...ownRows(measured, ({ types }) => shownCost(types[0])),
  ],
)}
## What each does

In the same runs against a server on this machine:

${table(
  ['', ...names],
  FEATURES.map(({ name }, index) => [
    name,
    ...measured.map(({ features }) => features[index] ?? ''),
  ]),
)}
And beyond one call, each in its own way where it has one, else by the plain call that its users make; the server acts as
the description says that is named, or as OpenAI's does:

${table(
  ['', ...names],
  PLAYS.map(({ says, api }, index) => [
    `${says} (\`${api}\`)`,
    ...measured.map(({ plays }) => plays[index] ?? ''),
  ]),
)}`;
}

/** A row for each call that is of another API than these, with what was measured of it. */
function ownRows(
  measured: readonly Measured[],
  show: (it: Measured) => string,
): readonly (readonly string[])[] {
  const own = measured.filter(({ ofItsOwn }) => ofItsOwn !== undefined);
  return own.map((it) => [
    it.ofItsOwn ?? '',
    ...measured.map((other) => (other === it ? show(it) : '–')),
  ]);
}

function shownCost(cost: TypeCost | undefined): string {
  return cost ? `${cost.instantiations} in ${cost.seconds.toFixed(2)} s` : '';
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  return line(head) + line(head.map(() => '---')) + rows.map(line).join('');
}

function line(cells: readonly string[]): string {
  return `| ${cells.join(' | ')} |\n`;
}
