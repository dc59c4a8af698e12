import type { ClaimStatus } from '../model/evidence.ts';

/** What a status tells a reader who has to decide whether to rely on a claim. */
export const STATUS_WORDS: Readonly<Record<ClaimStatus, string>> = {
  documented:
    'A source says so, in words or by what it prints. Rely on it as you rely on the source.',
  corroborated:
    'Two sources that do not copy each other say so, or one says it and the other shows it.',
  inferred:
    'No source says so. It follows from what they do say; the claim gives the reason. Try it before you rely on it.',
  contradicted:
    'Sources disagree, or one disagrees with itself. The claim says which side the description takes, and why.',
  unstated:
    'No source says anything about it, and nothing follows from them. The description states that this is open.',
};
