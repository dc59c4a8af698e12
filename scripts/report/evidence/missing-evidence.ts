import type { ApiModel } from '../../model/api-model.ts';
import type { Finding } from '../../result/finding.ts';
import { unpinnedParts } from '../../model/unpinned-parts.ts';
import { renderLocation } from '../../base/source-location.ts';

/**
 * What a description still owes its readers, in sentences with their lines: rules without a claim, claims that
 * nothing rests on, sections without one, names that the source prints and nobody finds. `findings` are those of
 * the rules about evidence.
 */
export function renderMissingEvidence(api: ApiModel, findings: readonly Finding[]): string {
  if (!api.ledger) {
    return `${api.source} has no evidence.yaml: nothing says what it rests on. specs/EVIDENCE.md shows one.\n`;
  }
  const lines = CHAPTERS.flatMap(({ title, hint, is }) => {
    const own = findings.filter((it) => is(it));
    return own.length === 0 ? [] : ['', `${title} (${own.length}). ${hint}`, ...own.map(lineOf)];
  });
  const unpinned = unpinnedParts(api).map((pointer) => {
    return `- ${renderLocation(api.locate(pointer))}: no fact of the ledger is about ${pointer}`;
  });
  const pins =
    unpinned.length === 0
      ? []
      : [
          '',
          `No fact holds these (${unpinned.length}). Add them to facts, or leave it: facts are optional.`,
          ...unpinned,
        ];
  if (lines.length === 0) {
    const { claims, sources } = api.ledger;
    const whole = `Nothing is missing in ${api.name}: ${claims.size} claims from ${sources.size} ${sources.size === 1 ? 'source' : 'sources'} back all that needs one.`;
    return `${[whole, ...pins].join('\n')}\n`;
  }
  return `${[`This is missing in ${api.name}:`, ...lines, ...pins].join('\n')}\n`;
}

interface Chapter {
  readonly title: string;
  /** What to do about it. */
  readonly hint: string;
  readonly is: (finding: Finding) => boolean;
}

/** By the rule, and by what it says; each finding stands in one. */
const CHAPTERS: readonly Chapter[] = [
  {
    title: 'Rules without a claim',
    hint: 'Name a claim in x-evidence beside each, or write one there; where no source says it, leave the rule out.',
    is: ({ rule, message }) => rule === 'evidence-complete' && message.endsWith('names no claim'),
  },
  {
    title: 'Rules that rest on a guess',
    hint: 'Find a source that closes the list, or open it.',
    is: ({ rule, message }) =>
      rule === 'evidence-complete' && message.endsWith('nothing but inference'),
  },
  {
    title: 'Ids that no claim has',
    hint: 'Correct them, or write the claims.',
    is: ({ rule, message }) =>
      rule === 'evidence-complete' && message.startsWith('The ledger has no claim'),
  },
  {
    title: 'Claims that nothing rests on',
    hint: 'Name each in the x-evidence of what it is about, or give it the status unstated.',
    is: ({ rule, message }) =>
      rule === 'evidence-complete' && message.startsWith('Nothing rests on'),
  },
  {
    title: 'Claims that nobody could check',
    hint: 'Add what they lack.',
    is: ({ rule }) => rule === 'evidence-argued',
  },
  {
    title: 'Names and figures of the source that the description lacks',
    hint: 'Describe them, or correct what the section prints.',
    is: ({ rule, message }) => rule === 'sections-covered' && message.includes(' prints '),
  },
  {
    title: 'Sections without a claim',
    hint: 'Write down what they say, or why it is omitted.',
    is: ({ rule, message }) =>
      rule === 'sections-covered' && !message.includes(' prints ') && !message.startsWith('Claim '),
  },
  {
    title: 'Claims that stand in no section',
    hint: 'Begin their "at" with a heading of the source.',
    is: ({ rule, message }) => rule === 'sections-covered' && message.startsWith('Claim '),
  },
  {
    title: 'Facts that do not hold',
    hint: 'Correct the description, or the fact if the source has changed.',
    is: ({ rule }) => rule === 'facts-hold',
  },
];

function lineOf({ location, message }: Finding): string {
  return `- ${renderLocation(location)}: ${message}`;
}
