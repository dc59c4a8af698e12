import { isObject, stringOf } from '../../base/json.ts';
import type { DecidedJob } from '../async/jobs.ts';
import { isNamespace } from '../../wire/namespace.ts';
import { misuse } from './problem.ts';

const OUTCOMES = ['succeeded', 'failed'] as const;

/** What the body of `POST /jobs` decides; throws a UserError for what it does not understand. */
export function parseJobCommand(command: unknown): {
  readonly api: string;
  readonly job: DecidedJob;
} {
  const { api, id, outcome, namespace } = isObject(command) ? command : {};
  const [apiName, jobId, name] = [api, id, namespace].map(stringOf);
  const known = OUTCOMES.find((it) => it === outcome);
  const isNamed = namespace === undefined || (name !== undefined && isNamespace(name));
  if (apiName === undefined || jobId === undefined || known === undefined || !isNamed) {
    const words = OUTCOMES.map((it) => `"${it}"`).join(' or ');
    throw misuse(
      `Send {"api": NAME, "id": ID, "outcome": ${words}}, and "namespace" if it has one.`,
    );
  }
  return { api: apiName, job: { namespace: name, id: jobId, outcome: known } };
}
