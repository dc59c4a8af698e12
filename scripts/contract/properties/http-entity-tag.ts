import { headerOf } from '../../wire/exchange.ts';
import { isEqual } from '../../base/json.ts';
import { jsonOrNone } from '../../base/json-text.ts';
import { resourceOf } from '../../model/resource-of.ts';
import { responseFor } from '../../model/documented-response.ts';
import { conditionClause } from '../flows/entity-tags.ts';
import { insist } from '../flows/insist.ts';
import { isExample } from '../flows/is-example.ts';
import { isSuccess } from '../flows/json-answer.ts';
import { withOtherBody } from '../flows/other-body.ts';
import { needsOwnThing, ownThing } from '../flows/own-thing.ts';
import { aboutThing, type Acting } from '../flows/things.ts';
import { shorten } from '../judges/words.ts';
import type { Property } from '../property.ts';
import type { PropertyScope } from '../property-scope.ts';

export const httpEntityTag: Property = {
  id: 'http.entity-tag',
  title: 'the ETag of a thing changes when the thing does (RFC 9110, section 8.8.1)',
  ground: 'standard',
  runsAlone: true,
  writes: true,
  unless(scope) {
    const { api, operation } = scope;
    const tells = [200, 201].some((status) =>
      responseFor(operation, status)?.headers.some(({ name }) => /^etag$/i.test(name)),
    );
    if (!operation.conditional && !tells) return 'no ETag is documented';
    const reason = needsOwnThing(api, operation, ['read']);
    if (reason !== undefined) return reason;
    return updaterOf(scope) ? undefined : 'no operation changes what it reads';
  },
  check: (all) =>
    insist(all, async (bench) => {
      const { api, operation, exchange, complain, learnNothing } = bench;
      const own = await ownThing(bench, 'entity-tag');
      const updater = updaterOf(bench);
      const write = own && updater && aboutThing(api, updater, own.thing);
      if (!own || !write) return learnNothing('nothing could be created to change');
      const other = withOtherBody(api, updater.operation, write) ?? write;
      const before = await own.read();
      const tag = before.response && headerOf(before.response, 'etag');
      if (tag === undefined) return learnNothing('no answer has an ETag');
      if (isExample(api, responseFor(operation, 200), 'etag', tag))
        return learnNothing('the ETag is that of the example');
      const answered = await exchange(other, { operation: updater.operation });
      if (!isSuccess(answered))
        return learnNothing(`the change is answered ${answered.response?.status ?? 'not at all'}`);
      const after = await own.read();
      const isOther = !isEqual(contentOf(before), contentOf(after));
      if (!isSuccess(after) || !isOther) return learnNothing('the change does not show');
      if (!after.response || headerOf(after.response, 'etag') !== tag) return;
      const { ground, clause } = conditionClause(operation, 'etag');
      // A weak tag need not tell one content from another that means the same.
      if (tag.startsWith('W/') && ground === undefined) return;
      complain(
        {
          ground,
          clause,
          message: 'the thing has changed, and its ETag has not',
          states: 'an ETag names one state of a thing',
          seen: `ETag: ${shorten(tag)} before ${updater.operation.id} and after`,
        },
        after,
      );
    }),
};

function contentOf({ response }: { readonly response?: { readonly body: string } }) {
  return jsonOrNone(response?.body ?? '') ?? null;
}

/** What changes the things that an operation reads. */
function updaterOf({
  api,
  operation,
}: Pick<PropertyScope, 'api' | 'operation'>): Acting | undefined {
  const name = resourceOf(operation)?.name;
  for (const it of api.operations) {
    const policy = resourceOf(it);
    if (policy?.name === name && policy?.action === 'update') return { operation: it, policy };
  }
  return undefined;
}
