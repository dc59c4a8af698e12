import * as fc from 'fast-check';
import type { Exchange, WireRequest } from '../../wire/exchange.ts';
import { richDrafts } from '../generation/broken-draft.ts';
import { exampleDrafts, jsonMedia } from '../generation/draft.ts';
import {
  AMBIGUOUS_BODIES,
  ENDLESS_BODIES,
  type HostileBody,
} from '../generation/hostile-bodies.ts';
import { hostileDraft, hostileDrafts } from '../generation/hostile-draft.ts';
import { withHeader } from './with-header.ts';
import { judgeSurvived } from '../judges/survived.ts';
import type { Property } from '../property.ts';

/** Requests with other texts than the first of each kind, for each of `runs`. */
const FEWEST = 40;
/** Those of them that come before bodies that are read in different ways. */
const FIRST = 5;

export const inputHostile: Property = {
  id: 'input.hostile',
  title: 'values that servers stumble over are taken or refused, and make nothing fail',
  unless: ({ operation: { parameters, body, method } }) =>
    parameters.length > 0 || body || WITH_CONTENT.has(method)
      ? undefined
      : 'the operation takes no input',
  async check({ api, operation, runs, isRepeated, falsify, tookInstead }) {
    const [base] = exampleDrafts(api, operation);
    if (!base) return;
    if (isRepeated) {
      const judge = (exchange: Exchange) => judgeSurvived(operation, 'hostile values', exchange);
      const drafts = hostileDraft(api, operation);
      await falsify({ drafts, base, runs, conforming: false, judge });
      return;
    }
    const mayHaveForm = WITH_CONTENT.has(operation.method) || operation.method === 'get';
    const takesForm = mayHaveForm && base.body?.mediaType.includes(FORM) !== true;
    const tryForm = () =>
      falsify({
        drafts: fc.constant(base),
        base,
        runs: 1,
        conforming: false,
        // Without its boundary a form cannot be read (RFC 2046, section 5.1.1).
        rewrite: (request: WireRequest) => withHeader(request, 'content-type', FORM),
        judge: (exchange) => judgeSurvived(operation, `the type ${FORM} alone`, exchange),
      });
    // Where no content is expected it tells more than all values do.
    const isDeletion = operation.method === 'delete';
    if (takesForm && isDeletion) await tryForm();
    const takesJson = base.body && base.body.mediaType === jsonMedia(operation)?.mediaType;
    // Some fail only at what comes after all that they know.
    const rich = richDrafts(api, operation).at(-1);
    const full = rich?.body?.mediaType === base.body?.mediaType && rich ? rich : base;
    const tryBodies = async (bodies: readonly HostileBody[]) => {
      for (const { what, make } of takesJson ? bodies : []) {
        const taken = tookInstead();
        const whole = taken?.body?.mediaType === base.body?.mediaType ? (taken ?? full) : full;
        await falsify({
          drafts: fc.constant(whole),
          base: whole,
          runs: 1,
          conforming: false,
          rewrite: (request: WireRequest): WireRequest => ({
            ...request,
            body: make(request.body ?? ''),
          }),
          judge: (exchange) => judgeSurvived(operation, what, exchange),
        });
      }
    };
    let hostile = hostileDrafts(api, operation, tookInstead);
    let isInstead = tookInstead() !== undefined;
    const tryDrafts = async (most: number) => {
      for (let count = 0; count < most; count += 1) {
        if (!isInstead && tookInstead()) {
          // What was refused before with a hostile value in it would have been refused without.
          isInstead = true;
          count = 0;
          hostile = hostileDrafts(api, operation, tookInstead);
        }
        const { value: found } = hostile.next();
        if (!found) return;
        await falsify({
          drafts: fc.constant(found.draft),
          base: tookInstead() ?? base,
          runs: 1,
          // What else is wrong with such an answer is told where requests are ordinary.
          conforming: false,
          judge: (exchange) => judgeSurvived(operation, found.what, exchange),
        });
      }
    };
    await tryDrafts(FIRST);
    await tryBodies(AMBIGUOUS_BODIES);
    await tryDrafts(FEWEST + runs - FIRST);
    if (takesForm && !isDeletion) await tryForm();
    await tryBodies(ENDLESS_BODIES);
  },
};

const FORM = 'multipart/form-data';

/** Methods whose content servers look for, documented or not (RFC 9110, section 9.3). */
const WITH_CONTENT: ReadonlySet<string> = new Set(['post', 'put', 'patch', 'delete']);
