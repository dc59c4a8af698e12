import type { Complaint } from '../complaint.ts';

/** What a property says of a recorded exchange: its complaints, or that it tests nothing. */
export type Judgement = readonly Omit<Complaint, 'property'>[] | 'irrelevant';
