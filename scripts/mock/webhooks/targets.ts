import type { ApiModel } from '../../model/api-model.ts';
import { nearest } from '../../base/nearest.ts';
import { UserError } from '../../base/user-error.ts';

/** Where webhooks are delivered. */
export interface WebhookTarget {
  /** The webhook it is for; all when left out. */
  readonly name: string | undefined;
  readonly url: string;
}

/**
 * Reads `http://127.0.0.1:8080/hook` or `recordInsert=http://…`. A mock calls nobody but this machine
 * unless it is told to: a UserError says so.
 */
export function parseWebhook(text: string, isAnywhere: boolean): WebhookTarget {
  const [, name, address = text] = /^([\w.-]+)=(.*)$/s.exec(text) ?? [];
  const url = URL.parse(address);
  if (!url || !/^https?:$/.test(url.protocol)) {
    throw new UserError('webhook-address', `"${address}" is no address that a webhook can go to`, {
      hint: 'It takes an http or https address, or a name and one: recordInsert=http://127.0.0.1:8080.',
    });
  }
  if (!isAnywhere && !isLoopback(url.hostname)) {
    throw new UserError('webhook-elsewhere', `${url.hostname} is not this machine`, {
      hint: 'Webhooks carry what requests say; --webhook-anywhere lets them go to other machines.',
    });
  }
  return { name, url: url.href };
}

/** RFC 1122, section 3.2.1.3, and RFC 4291, section 2.5.3; URLs write addresses in one form only. */
export function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '[::1]' || /^127\.\d+\.\d+\.\d+$/.test(host);
}

/** Throws a UserError for a target whose webhook no API sends. */
export function checkTargets(apis: readonly ApiModel[], targets: readonly WebhookTarget[]): void {
  const names = apis.flatMap(({ operations, webhooks }) => [
    ...webhooks.map(({ path }) => path),
    ...operations.flatMap(({ callbacks }) => callbacks.map(({ name }) => name)),
  ]);
  for (const { name } of targets) {
    if (name === undefined || names.includes(name)) continue;
    const meant = nearest(name, names);
    const known =
      names.length > 0 ? `The webhooks are: ${names.join(', ')}.` : 'No API here has any.';
    throw new UserError('unknown-webhook', `There is no webhook "${name}"`, {
      hint: meant ? `Did you mean ${meant}? ${known}` : known,
    });
  }
}
