import type { ApiModel, Operation } from '../../model/api-model.ts';
import { responseFor } from '../../model/documented-response.ts';
import { resourceOf } from '../../model/resource-of.ts';
import { toRouter } from '../../model/router.ts';
import { headerOf, type Exchange, type WireRequest } from '../../wire/exchange.ts';
import type { Verdict } from '../bench.ts';
import { addressTold, askAt, type Address } from '../flows/follow.ts';
import { textOf, type Json } from '../../base/json.ts';
import { valueAt } from '../../base/json-pointer.ts';
import { isExample } from '../flows/is-example.ts';
import { successJson } from '../flows/json-answer.ts';
import { idOfThing } from '../flows/things.ts';
import { exampleDrafts } from '../generation/draft.ts';
import { shorten } from '../judges/words.ts';
import type { Property } from '../property.ts';

export const httpLocation: Property = {
  id: 'http.location',
  title: 'the Location of what was created leads to it (RFC 9110, sections 10.2.2 and 15.3.2)',
  ground: 'standard',
  runsAlone: true,
  writes: true,
  unless({ api, operation }) {
    if (operation.method === 'get') return 'the operation creates nothing';
    if (!operation.responses.some(({ status }) => status === '201')) return 'no 201 is documented';
    const isRead = api.operations.some(
      ({ method, path }) => method === 'get' && path.includes('{'),
    );
    return isRead ? undefined : 'no operation reads one thing';
  },
  async check(bench) {
    const { api, operation, exchange, complain, learnNothing } = bench;
    const [draft] = exampleDrafts(api, operation);
    if (!draft) return;
    const created = await exchange(draft, {});
    const { response } = created;
    if (response?.status !== 201)
      return learnNothing(`it is answered ${response?.status ?? 'not at all'}, not 201`);
    const location = headerOf(response, 'location');
    if (location === undefined) return learnNothing('no Location is told');
    if (isExample(api, responseFor(operation, 201), 'location', location))
      return learnNothing('the Location is that of the example');
    const inside = addressTold(bench, created.request, location);
    const address = inside ?? besideOf(bench.target, created.request, location);
    const documented = inside && readerAt(api, operation, inside);
    const reader = documented ?? readerOf(api, operation);
    const [about] = reader ? exampleDrafts(api, reader) : [];
    if (!address || !reader || !about) return learnNothing('Location leads to no documented GET');
    const led: Led = { location, reader, id: documented && idOfMade(operation, created) };
    const got = await askAt(bench, reader, about, address);
    const verdict = judgeLed(operation, led, got);
    if (verdict === 'irrelevant')
      return learnNothing(`reading it is answered ${got.response?.status ?? 'not at all'}`);
    if (verdict === undefined) return;
    // What is made may take a moment to be there everywhere.
    const again = await askAt(bench, reader, about, address);
    complain(judgeLed(operation, led, again), again);
  },
};

/** An address on the same server that is not below what is tried: whoever follows it comes there all the same. */
function besideOf(target: string, { url }: WireRequest, location: string): Address | undefined {
  const address = URL.parse(location, url);
  const isHere = address?.origin === URL.parse(target)?.origin;
  return address && isHere ? { url: address.href, path: address.pathname } : undefined;
}

/** What reads things of the kind that an operation makes. */
function readerOf({ operations }: ApiModel, operation: Operation): Operation | undefined {
  const name = resourceOf(operation)?.name;
  return operations.find((it) => {
    const policy = resourceOf(it);
    return it.method === 'get' && policy?.action === 'read' && policy.name === name;
  });
}

/** The documented GET of an address on the server that told it. */
function readerAt(
  { operations }: ApiModel,
  { servers }: Operation,
  { path }: Address,
): Operation | undefined {
  const own = new Set(servers.map(({ url }) => url));
  const alike = operations.filter((it) => it.servers.some(({ url }) => own.has(url)));
  return toRouter(alike)(path)?.operations.get('get');
}

/** Where a Location leads. */
interface Led {
  readonly location: string;
  readonly reader: Operation;
  /** Of what was made, as far as the answer tells. */
  readonly id: Json | undefined;
}

/** What an answer calls the thing that it has made (`x-resource`); undefined where nobody says where that stands. */
function idOfMade(operation: Operation, created: Exchange): Json | undefined {
  const resource = resourceOf(operation);
  const body = successJson(created);
  const item = body === undefined ? undefined : valueAt(body, resource?.item ?? '#');
  return item === undefined || resource?.key === undefined ? undefined : idOfThing(resource, item);
}

/** What is found there instead; undefined where it is the thing, or nothing tells. */
function otherThing(operation: Operation, { reader, id }: Led, got: Exchange): string | undefined {
  const policy = resourceOf(reader);
  if (id === undefined || policy === undefined || policy.name !== resourceOf(operation)?.name)
    return undefined;
  if (policy.action !== 'read') return `${reader.id}, which reads no single one`;
  const body = successJson(got);
  const item = body === undefined ? undefined : valueAt(body, policy.item ?? '#');
  const found = item === undefined || !policy.key ? undefined : idOfThing(policy, item);
  return found === undefined || textOf(found) === textOf(id)
    ? undefined
    : `${shorten(found)}, and ${shorten(id)} was created`;
}

/** Whoever may not read it, or has to go on elsewhere, has not learned whether it is there. */
function judgeLed(operation: Operation, led: Led, got: Exchange): Verdict {
  const { location, reader } = led;
  const { status = 0 } = got.response ?? {};
  const isFound = status >= 200 && status < 300;
  const other = isFound ? otherThing(operation, led, got) : undefined;
  if (isFound && other === undefined) return undefined;
  const isLost = [404, 410].includes(status) || (status >= 500 && status !== 503);
  if (!isLost && !isFound) return 'irrelevant';
  const created = responseFor(operation, 201);
  const header = created?.headers.find(({ name }) => name.toLowerCase() === 'location');
  return {
    message: isFound
      ? 'the Location of what was created leads to something else'
      : 'the Location of what was created does not lead to it',
    ground: header && 'contract',
    clause: header?.pointer ?? created?.pointer ?? operation.pointer,
    states: 'Location names the thing that a 201 has created',
    seen: isFound
      ? `Location: ${shorten(location)} leads to ${other}`
      : `Location: ${shorten(location)}, and ${reader.id} there is answered ${status}`,
  };
}
