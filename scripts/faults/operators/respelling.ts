import { credentialsOf } from '../../wire/credentials.ts';
import { withSecrets } from '../credential-parts.ts';
import type { RequestDraft, Sent } from '../operator.ts';
import type { Entrance } from './entrance.ts';

/** Whether what came for the way's schemes resembles a known credential. */
export function isLike(
  { api, way, judge }: Entrance,
  sent: Sent,
  resembles: (value: string, text: string) => boolean,
): boolean {
  // Whatever the request shows has to be unknown as it is.
  if (!judge(sent, 0).includes('unknown')) return false;
  const names = [...way.requirement.keys()];
  const values = credentialsOf(api).filter(({ scheme }) => names.includes(scheme));
  const text = [sent.query, ...Object.values(sent.headers).flat()].join('\n');
  const decoded = text.replaceAll(
    /[\w+/]{6,}=*/g,
    (it) => `${it}\n${Buffer.from(it, 'base64').toString('latin1')}\n`,
  );
  const pieces = decoded.split(/[\s=&;]+/);
  return values.some(({ value }) => pieces.some((piece) => resembles(value, piece)));
}

/** A request whose first credential is spelled otherwise. */
export function respelled(
  { api, valid, way }: Entrance,
  respell: (value: string) => string,
  ofPair?: string,
): RequestDraft | undefined {
  const [first, ...rest] = way.secrets;
  if (!first) return undefined;
  const isPair = first.scheme.type === 'http' && first.scheme.scheme === 'basic';
  const value = isPair && ofPair !== undefined ? ofPair : respell(first.value);
  return value === first.value
    ? undefined
    : withSecrets(api, valid, [{ ...first, value }, ...rest]);
}
