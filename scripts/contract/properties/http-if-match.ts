import type { Operation, Parameter } from '../../model/api-model.ts';
import { headerOf, type Exchange, type WireRequest } from '../../wire/exchange.ts';
import type { Bench, Objection } from '../bench.ts';
import { conditionClause, isEntityTag } from '../flows/entity-tags.ts';
import type { Draft } from '../generation/draft.ts';
import { insist } from '../flows/insist.ts';
import { isSuccess } from '../flows/json-answer.ts';
import {
  thingsAround,
  needsOwnThing,
  ownThing,
  saidIn,
  type OwnThing,
} from '../flows/own-thing.ts';
import { withOtherBody } from '../flows/other-body.ts';
import { writtenIn } from '../flows/written-in.ts';
import { shorten } from '../judges/words.ts';
import type { Property } from '../property.ts';
import { withHeader } from './with-header.ts';

/** An entity tag that nothing has. */
const NO_TAG = '"kiln-has-never-seen-this"';

export const httpIfMatch: Property = {
  id: 'http.if-match',
  title:
    'what is written under If-Match of another tag is refused and not written (RFC 9110, section 13.1.1)',
  ground: 'standard',
  runsAlone: true,
  writes: true,
  unless({ api, operation }) {
    const isStated = operation.conditional?.ifMatch !== undefined;
    if (!isStated && !operation.responses.some(({ status }) => status === '412'))
      return 'no 412 is documented';
    return needsOwnThing(api, operation, ['update', 'upsert', 'delete']);
  },
  check: (all) =>
    insist(all, async (bench) => {
      const { api, operation, exchange, complain, learnNothing } = bench;
      const { acting } = thingsAround(api, operation) ?? {};
      const own = await ownThing(bench, 'if-match');
      if (!acting || !own) return learnNothing('nothing could be created to write to');
      const before = own.shownIn(await own.read());
      const write = withOtherBody(api, operation, own.draft) ?? own.draft;
      const answered = await exchange(write, {
        rewrite: (request) => withHeader(request, 'if-match', NO_TAG),
      });
      const { status = 0 } = answered.response ?? {};
      const blame = (message: string, seen: string) => {
        const told = `If-Match: ${NO_TAG}, and ${seen}`;
        complain({ ...restsOn(operation), message, states: STATES, seen: told }, answered);
      };
      if (isSuccess(answered)) {
        blame('If-Match of another tag is passed over', `the answer is ${status}`);
        return;
      }
      if (status !== 412 && operation.conditional?.ifMatch && status < 500) {
        blame('If-Match of another tag is refused otherwise', `the answer is ${status}`);
        return;
      }
      if (status !== 412) return learnNothing(`it is answered ${status}`);
      const read = await own.read();
      const after = own.shownIn(read);
      if (acting.policy.action === 'delete') {
        const isGone = [404, 410].includes(read.response?.status ?? 0);
        if (isGone) blame('what 412 refuses is done', 'it is gone');
        return;
      }
      const said = saidIn(acting, write);
      const name = writtenIn(said, before, after);
      if (name !== undefined) {
        blame('what 412 refuses is done', `${name} is shown as ${shorten(said[name])}`);
        return;
      }
      if (operation.conditional?.ifMatch) await tryStated(bench, write, own);
    }),
};

const STATES = 'If-Match of a tag that the thing does not have is answered 412';

/** The tag that the thing has is let pass, and where one is asked for it is missed. */
async function tryStated(bench: Bench, write: Draft, own: OwnThing): Promise<void> {
  const { operation, exchange, complain } = bench;
  const blame = (answered: Exchange, message: string, states: string, seen: string) =>
    complain({ ...restsOn(operation), message, states, seen }, answered);
  if (operation.conditional?.ifMatch === 'required') {
    const bare = await exchange(write, { conforming: false, rewrite: withoutCondition });
    const { status = 428 } = bare.response ?? {};
    if (status !== 428 && status < 500) {
      const seen = `without If-Match the answer is ${status}`;
      const states = 'x-conditional: ifMatch: required';
      return blame(bare, 'a write without If-Match is let pass', states, seen);
    }
  }
  const isOnce = operation.method === 'delete';
  for (const before of isOnce ? [''] : ['', `${NO_TAG}, `]) {
    // What has been written meanwhile has another tag.
    const { response } = await own.read();
    const tag = response && headerOf(response, 'etag');
    if (tag === undefined || !isEntityTag(tag)) return;
    const field = `${before}${tag}`;
    const rewrite = (request: WireRequest) => withHeader(request, 'if-match', field);
    const answered = await exchange(write, { rewrite });
    if (answered.response?.status !== 412) continue;
    const seen = `If-Match: ${shorten(field)}, and the answer is 412`;
    const states = 'If-Match of the tag that the thing has is let pass';
    return blame(answered, 'If-Match of the present tag is refused', states, seen);
  }
}

function withoutCondition({ headers, ...request }: WireRequest): WireRequest {
  const others = headers.filter(([name]) => name.toLowerCase() !== 'if-match');
  return { ...request, headers: others };
}

function restsOn(operation: Operation): Pick<Objection, 'ground' | 'clause'> {
  const { parameters, responses, pointer } = operation;
  if (operation.conditional?.ifMatch) return conditionClause(operation, 'ifMatch');
  const condition = parameters.find(isCondition);
  const refusal = responses.find((it) => it.status === '412');
  const { pointer: clause } = condition ?? refusal ?? { pointer };
  return { ground: condition && 'contract', clause };
}

function isCondition({ in: location, name }: Parameter): boolean {
  return location === 'header' && name.toLowerCase() === 'if-match';
}
