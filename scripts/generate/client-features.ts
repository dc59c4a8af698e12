import { isJsonType } from '../base/media-type.ts';
import type { Contract, OperationContract } from './runtime/contract.ts';

/** What a client takes from the runtime because its description declares it, and nothing else. */
export interface ClientFeatures {
  /** Names of policies, which change how requests are sent. */
  readonly policies: readonly string[];
  /** Names of what methods have beside themselves. */
  readonly extras: readonly string[];
  /** Types that the options of the client extend. */
  readonly options: readonly string[];
  /** Import and export statements. */
  readonly modules: readonly string[];
}

/** The policies of a description as its client has them. */
export function featuresOf(contract: Contract): ClientFeatures {
  const operations = Object.values(contract.operations);
  const has = (isSo: (operation: OperationContract) => unknown) => operations.some(isSo);
  const policies = ['hooks'];
  const extras = ['dryRuns'];
  const options = ['ClientOptions', 'HookOptions'];
  const modules = [
    `import { hooks, type HookOptions } from '../runtime/hooks.ts';`,
    `import { dryRuns } from '../runtime/dry-run.ts';`,
  ];
  if (contract.rate) {
    policies.push('pacing');
    options.push('PaceOptions');
    modules.push(`import { pacing, type PaceOptions } from '../runtime/pace.ts';`);
  }
  if (contract.session) {
    policies.push('sessions');
    modules.push(`import { sessions } from '../runtime/session.ts';`);
  }
  if (has(({ access }) => access === 'write')) {
    policies.push('accessChecking');
    options.push('AccessOptions');
    modules.push(`import { accessChecking, type AccessOptions } from '../runtime/access.ts';`);
  }
  if (has(({ limits }) => limits)) {
    policies.push('sizeChecking');
    modules.push(`import { sizeChecking } from '../runtime/check-size.ts';`);
  }
  if (has(({ limits, batch }) => limits ?? batch)) {
    modules.push(`export { TooLargeError } from '../runtime/check-size.ts';`);
  }
  if (has(isUploading)) {
    policies.push('uploading');
    modules.push(`import { uploading } from '../runtime/upload.ts';`);
  }
  if (has(({ dateTimes }) => dateTimes)) {
    policies.push('dating');
    modules.push(`import { dating } from '../runtime/date-times.ts';`);
  }
  if (has(isStreaming)) {
    policies.push('streaming');
    modules.push(`import { streaming } from '../runtime/streams.ts';`);
  }
  if (has(({ pages }) => pages)) {
    extras.push('paging');
    modules.push(`import { paging } from '../runtime/pages.ts';`);
  }
  if (has(({ batch }) => batch)) {
    extras.push('batching');
    modules.push(`import { batching } from '../runtime/batch.ts';`);
  }
  if (has(({ work }) => work)) {
    extras.push('waiting');
    modules.push(`import { waiting } from '../runtime/work.ts';`);
  }
  return { policies, extras, options, modules };
}

/** Whether a body is anything but JSON, and may be large. */
export function isUploading({ content }: OperationContract): boolean {
  return content.some((it) => !isJsonType(it));
}

/** Whether an answer comes bit by bit: server-sent events, or JSON values one after the other. */
export function isStreaming({ responses }: OperationContract): boolean {
  return Object.values(responses).some((types) => types.some(isStreamed));
}

/** The same of a media type. */
export function isStreamed(mediaType: string): boolean {
  return /^(text\/event-stream|application\/(x-ndjson|ndjson|jsonl|x-jsonlines|json-seq))\b/i.test(
    mediaType,
  );
}
