import type { Parameter } from '../../model/api-model.ts';
import { insist } from '../flows/insist.ts';
import { isSuccess } from '../flows/json-answer.ts';
import { thingsAround, needsOwnThing, ownThing, saidIn } from '../flows/own-thing.ts';
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
    if (!operation.responses.some(({ status }) => status === '412')) return 'no 412 is documented';
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
        const { parameters, responses, pointer } = operation;
        const condition = parameters.find(isCondition);
        const refusal = responses.find((it) => it.status === '412');
        const { pointer: clause } = condition ?? refusal ?? { pointer };
        const ground = condition && 'contract';
        const states = 'If-Match of a tag that the thing does not have is answered 412';
        const told = `If-Match: ${NO_TAG}, and ${seen}`;
        complain({ ground, message, clause, states, seen: told }, answered);
      };
      if (isSuccess(answered)) {
        blame('If-Match of another tag is passed over', `the answer is ${status}`);
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
      if (name !== undefined)
        blame('what 412 refuses is done', `${name} is shown as ${shorten(said[name])}`);
    }),
};

function isCondition({ in: location, name }: Parameter): boolean {
  return location === 'header' && name.toLowerCase() === 'if-match';
}
