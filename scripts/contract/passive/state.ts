import type { ApiModel, Operation } from '../../model/api-model.ts';
import { actingOf, isShowing } from '../flows/things.ts';
import { stateCreated } from '../properties/state-created.ts';
import { stateDistinct } from '../properties/state-distinct.ts';
import type { PassiveContext, PassiveProperty } from './judgement.ts';
import { stateWatchOf } from './state-watch.ts';

function shows(_: ApiModel, operation: Operation): string | undefined {
  const acting = actingOf(operation);
  return acting && isShowing(acting) ? undefined : 'it shows nothing that the API remembers';
}

function writes(action: 'create' | 'update' | 'delete'): PassiveProperty['unless'] {
  const actions = action === 'update' ? ['update', 'upsert'] : [action];
  return (api, operation) =>
    shows(api, operation) ??
    (api.operations.some(
      ({ resource }) =>
        resource !== undefined &&
        resource.name === operation.resource?.name &&
        actions.includes(resource.action),
    )
      ? undefined
      : `no operation ${action}s such things`);
}

function lacking(otherwise: string): PassiveProperty['lacking'] {
  return ({ shown }: PassiveContext) => {
    const missing = shown.lacksTimes();
    if (missing !== undefined) return `${missing}, and so no order`;
    return shown.hidesSecrets() ? 'the recording hides its credentials' : otherwise;
  };
}

function watched(
  id: string,
  title: string,
  unless: PassiveProperty['unless'],
  otherwise: string,
): PassiveProperty {
  return {
    id,
    title,
    unless,
    lacking: lacking(otherwise),
    begin: (context) => {
      const watch = stateWatchOf(context);
      return (step) => watch.take(step).get(id) ?? 'irrelevant';
    },
  };
}

/** Statements about what an API remembers (`x-resource`). */
export const STATE_PROPERTIES: readonly PassiveProperty[] = [
  watched(
    'state.distinct',
    stateDistinct.title,
    (_, { resource }) =>
      resource?.action === 'create' && resource.key !== undefined && resource.id === undefined
        ? undefined
        : 'it creates nothing to which it gives an id',
    'nothing was created twice, with an id in the answer',
  ),
  watched(
    'state.created',
    stateCreated.title,
    writes('create'),
    'nothing was looked at by its id, or listed as a whole, after it had been created',
  ),
  watched(
    'state.updated',
    'an update shows wherever the thing is read',
    writes('update'),
    'nothing was looked at after it had been changed',
  ),
  watched(
    'state.deleted',
    'what was deleted is gone',
    writes('delete'),
    'nothing was looked at after it had been deleted',
  ),
];
