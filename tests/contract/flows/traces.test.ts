import { expect, test } from 'vitest';
import { loadDescription } from '../../../scripts/cli/descriptions.ts';
import { nodeIo } from '../../../scripts/cli/io.ts';
import { traceOf } from '../../../scripts/contract/flows/traces.ts';
import type { Json, JsonObject } from '../../../scripts/base/json.ts';
import { DEPOT } from '../run-parcels.ts';

const { operations } = await loadDescription(nodeIo, DEPOT);

function operationOf(id: string) {
  const found = operations.find((it) => it.id === id);
  if (!found) throw new Error(`there is no ${id}`);
  return found;
}

const look = (...items: Json[]) => {
  const withIds = items.map((item) => ({ id: (item as JsonObject)['id'], item }));
  return { thing: undefined, items: withIds };
};

const lookAtThing = (thing: Json | undefined) => ({ thing, items: [] });

function traceOfWrite(id: string, value: JsonObject, before: Json, after: Json | undefined) {
  const request = { request: { method: 'GET', url: '', headers: [], body: undefined } };
  const answered = { ...request, failure: 'not sent' };
  const write = {
    draft: { parameters: [], body: { mediaType: 'application/json', value } },
    thing: { id: 'n1', input: {}, within: [], answered },
  };
  return traceOf(operationOf(id), write, lookAtThing(before), lookAtThing(after));
}

test.each<[string, JsonObject, Json, Json | undefined, string | undefined]>([
  ['replaceNote', { text: 'b' }, { text: 'a' }, { text: 'b' }, 'text is shown as "b"'],
  ['replaceNote', { text: 'b' }, { text: 'a' }, { text: 'a' }, undefined],
  // What was so before, or has become something else, nobody has asked for.
  ['replaceNote', { text: 'a' }, { text: 'a' }, { text: 'a' }, undefined],
  ['replaceNote', { text: 'b' }, { text: 'a' }, { text: 'c' }, undefined],
  ['replaceNote', { text: 'b' }, { text: 'a' }, undefined, undefined],
  ['deleteNote', {}, { text: 'a' }, undefined, '"n1" is gone'],
  ['deleteNote', {}, { text: 'a' }, { text: 'a' }, undefined],
])('%s with %j, from %j to %j', (id, value, before, after, trace) => {
  expect(traceOfWrite(id, value, before, after)).toBe(trace);
});

test.each<[string, Json, string | undefined]>([
  ['as it was said', { id: 'n1', text: 'b' }, '{"id":"n1","text":"b"} has been created'],
  ['another', { id: 'n1', text: 'c' }, undefined],
  ['one that says nothing of it', { id: 'n1' }, undefined],
  ['one that was there', { id: 'n0', text: 'b' }, undefined],
])('of what is listed now, %s shows a creation or not', (_, item, trace) => {
  const draft = {
    parameters: [],
    body: { mediaType: 'application/json', value: { text: 'b' } },
  };
  const there = { id: 'n0', text: 'b' };
  const write = { draft, thing: undefined };
  expect(traceOf(operationOf('createNote'), write, look(there), look(there, item))).toBe(trace);
  expect(traceOf(operationOf('createNote'), write, undefined, look(item))).toBe(undefined);
});
