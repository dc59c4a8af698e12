import type { EvidenceLedger } from '../model/evidence.ts';
import type { FactChange, SourceDrift } from './drift.ts';

export const DRIFT_FORMATS = ['text', 'json'] as const;
export type DriftFormat = (typeof DRIFT_FORMATS)[number];

/** What became of the sources of one description. */
export interface DriftReport {
  readonly api: string;
  readonly ledger: EvidenceLedger;
  readonly drifts: readonly SourceDrift[];
}

/** Whether all that was kept is still stated, and nothing is new. */
export function isUnchanged({ claims, unclaimed, news }: SourceDrift): boolean {
  return (
    claims.every(({ changes }) => changes.length === 0) && unclaimed.length + news.length === 0
  );
}

/** What is no longer stated, claim by claim; what no claim rests on; and what is new. */
export function renderDrift(report: DriftReport, format: DriftFormat): string {
  if (format === 'json') return `${JSON.stringify(toPlain(report), undefined, 2)}\n`;
  return report.drifts.map((drift) => renderSource(drift, report)).join('\n');
}

function renderSource(drift: SourceDrift, { api, ledger, drifts }: DriftReport): string {
  const { source, claims, unclaimed, news, unfollowed } = drift;
  const broken = claims.filter(({ changes }) => changes.length > 0);
  const unknown = news.filter((it) => !it.isDescribed);
  const lines = [
    `${api} ${source}: ${ledger.sources.get(source)?.title ?? ''}`,
    ...broken.flatMap(({ claim, changes }) => [
      `  ${claim.id} (${ledger.file}:${claim.line}) ${claim.says}`,
      ...changes.map((it) => `    ${sayChange(it)}${placeOf(it.at)}`),
    ]),
    ...titled(
      'no claim rests on',
      unclaimed.map((it) => `${sayChange(it)}${placeOf(it.at)}`),
    ),
    ...titled(
      'new, described nowhere',
      unknown.map((it) => `${it.text}${placeOf(it.at)}`),
    ),
    ...titled(
      'new there, described elsewhere',
      news.filter((it) => it.isDescribed).map((it) => `${it.text}${placeOf(it.at)}`),
    ),
    `${broken.length} of ${counted(claims.length, 'claim')} changed, ${claims.length - broken.length} still stated; ${counted(news.length, 'fact')} new` +
      (unfollowed.length === 0
        ? ''
        : `; ${counted(unfollowed.length, 'claim')} name no fact, read what they say again`),
  ];
  const others = [...ledger.sources.keys()].filter((id) => !drifts.some((it) => it.source === id));
  const isLast = drift === drifts.at(-1) && others.length > 0;
  const left = isLast
    ? [`${counted(others.length, 'source')} not given: ${others.join(', ')}`]
    : [];
  return `${[...lines, ...left].join('\n')}\n`;
}

function titled(title: string, lines: readonly string[]): string[] {
  return lines.length === 0 ? [] : [`  ${title}`, ...lines.map((it) => `    ${it}`)];
}

function sayChange({ was, now }: FactChange): string {
  return now === undefined ? `gone: ${was}` : `was ${was}, is now ${now}`;
}

function placeOf(at: string): string {
  return at === '' ? '' : ` (${at})`;
}

function counted(figure: number, what: string): string {
  return `${figure} ${what}${figure === 1 ? '' : 's'}`;
}

function toPlain({ api, ledger, drifts }: DriftReport) {
  return {
    api,
    sources: drifts.map(({ source, claims, unclaimed, news, unfollowed }) => ({
      source,
      title: ledger.sources.get(source)?.title ?? '',
      claims: claims.map(({ claim, changes }) => ({
        id: claim.id,
        file: ledger.file,
        line: claim.line,
        state: changes.length === 0 ? 'stated' : 'changed',
        changes,
      })),
      unfollowed: unfollowed.map(({ id }) => id),
      unclaimed,
      news,
    })),
    notGiven: [...ledger.sources.keys()].filter((id) => !drifts.some((it) => it.source === id)),
  };
}
