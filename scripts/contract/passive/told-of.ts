import type { Operation } from '../../model/api-model.ts';
import type { Judgement, PassiveProperty } from './judgement.ts';
import { waysOf } from './known-credentials.ts';
import type { RecordedStep } from './recorded-step.ts';
import { unlessNeeded } from './short-of.ts';
import { isStandIn } from './stand-in.ts';

/** A statement about requests with credentials about which somebody has told something. */
export function toldOf(
  property: Pick<PassiveProperty, 'id' | 'title'> & {
    readonly kind: string;
    readonly isAt?: (operation: Operation) => boolean;
    readonly isMeant: (
      ways: NonNullable<ReturnType<typeof waysOf>>,
      operation: Operation,
    ) => boolean;
    readonly begin: () => (step: RecordedStep) => Judgement;
  },
): PassiveProperty {
  const { id, title, kind, isAt = () => true, isMeant, begin } = property;
  return {
    id,
    title,
    unless: (api, operation) =>
      unlessNeeded(api, operation) ??
      (isAt(operation) ? undefined : 'nothing is documented of that (`x-access`)'),
    lacking: ({ shown }) =>
      shown.hidesSecrets()
        ? 'the recording hides its credentials'
        : `no request was made with ${kind}, as far as anybody has told (--credentials)`,
    begin({ known }) {
      const judge = begin();
      return (step) => {
        if (unlessNeeded(step.api, step.operation) !== undefined) return 'irrelevant';
        if (!isAt(step.operation) || [...step.presented.values()].some(isStandIn))
          return 'irrelevant';
        const ways = waysOf(known, step);
        if (!ways || ways.length === 0 || !isMeant(ways, step.operation)) return 'irrelevant';
        return judge(step);
      };
    },
  };
}
