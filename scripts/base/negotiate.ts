import { essenceOf, isCoveredBy, servedAs, starsIn } from './media-type.ts';

/** An offer that a client accepts, and the media type to send it as, which is no range. */
interface Negotiated<Offer> {
  readonly offer: Offer;
  readonly mediaType: string;
}

interface MediaRange {
  readonly type: string;
  readonly subtype: string;
  readonly parameters: ReadonlyMap<string, string>;
  readonly quality: number;
}

/**
 * Of what is offered, the media type that a client likes best, the first among equals; undefined when it
 * accepts none (RFC 9110, section 12.5.1). A header in which nothing can be read accepts all. Of an offer
 * that is a range, whatever the client names in it can be had, as far as it can be written.
 */
export function negotiate<Offer extends { readonly mediaType: string }>(
  accept: string | undefined,
  offers: readonly Offer[],
  canWrite: (offer: Offer, mediaType: string) => boolean = () => true,
): Negotiated<Offer> | undefined {
  const [first] = offers;
  if (!first) return undefined;
  const ranges = accept === undefined || accept === '*/*' ? [] : parseAccept(accept);
  if (ranges.length === 0) {
    for (const offer of offers) {
      const [mediaType] = usualTypes(offer, offers, canWrite);
      if (mediaType !== undefined) return { offer, mediaType };
    }
    return { offer: first, mediaType: servedAs(first.mediaType) };
  }
  let best: Negotiated<Offer> | undefined;
  let highest = 0;
  for (const offer of offers) {
    for (const mediaType of typesIn(offer, offers, ranges, canWrite)) {
      const quality = qualityOf(mediaType, ranges);
      if (quality > highest) [best, highest] = [{ offer, mediaType }, quality];
    }
  }
  return best;
}

/** The media types that an offer can be sent as. */
function typesIn<Offer extends { readonly mediaType: string }>(
  offer: Offer,
  offers: readonly Offer[],
  ranges: readonly MediaRange[],
  canWrite: (offer: Offer, mediaType: string) => boolean,
): readonly string[] {
  const usual = usualTypes(offer, offers, canWrite);
  if (!offer.mediaType.includes('*')) return usual;
  const named = ranges
    .filter(({ subtype }) => !subtype.includes('*'))
    .map(({ type, subtype }) => `${type}/${subtype}`)
    .filter((it) => isCoveredBy(it, offer.mediaType) && isOwn(it, offer, offers))
    .filter((it) => canWrite(offer, it));
  return [...usual, ...named];
}

/** What is sent of a range where what is usual for it is documented by itself. */
const INSTEAD = ['application/octet-stream', 'text/plain'] as const;

/** What an offer is sent as when no client names anything, the likeliest first. */
function usualTypes<Offer extends { readonly mediaType: string }>(
  offer: Offer,
  offers: readonly Offer[],
  canWrite: (offer: Offer, mediaType: string) => boolean,
): readonly string[] {
  const usual = servedAs(offer.mediaType);
  if (!offer.mediaType.includes('*') || isOwn(usual, offer, offers)) return [usual];
  return INSTEAD.filter(
    (it) => isCoveredBy(it, offer.mediaType) && isOwn(it, offer, offers) && canWrite(offer, it),
  );
}

/** Whether no narrower offer says what a media type holds (OpenAPI 3.1.1, section 4.8.17.1). */
function isOwn(
  mediaType: string,
  offer: { readonly mediaType: string },
  offers: readonly { readonly mediaType: string }[],
): boolean {
  const stars = starsIn(offer.mediaType);
  return !offers.some(
    (it) => starsIn(it.mediaType) < stars && isCoveredBy(mediaType, it.mediaType),
  );
}

const TYPE = /^([\w!#$&^.+-]+|\*)\/([\w!#$&^.+*-]+)$/;
const WEIGHT = /^(?:0(?:\.\d{0,3})?|1(?:\.0{0,3})?)$/;

function parseAccept(accept: string): readonly MediaRange[] {
  return splitAt(accept, ',').flatMap((piece): MediaRange[] => {
    const [, type = '*', subtype = '*'] = TYPE.exec(essenceOf(piece)) ?? [];
    if (!TYPE.test(essenceOf(piece))) return [];
    const parameters = new Map(typeParametersOf(piece));
    const weight = parameters.get('q') ?? '';
    parameters.delete('q');
    const quality = WEIGHT.test(weight) ? Number(weight) : 1;
    return [{ type, subtype, parameters, quality }];
  });
}

/** The parameters of a media type, by their names in lower case. A charset is no matter of letters' case. */
export function typeParametersOf(mediaType: string): readonly (readonly [string, string])[] {
  return splitAt(mediaType, ';')
    .slice(1)
    .flatMap((piece) => {
      const at = piece.indexOf('=');
      if (at < 0) return [];
      const name = piece.slice(0, at).trim().toLowerCase();
      const raw = piece.slice(at + 1).trim();
      const value = raw.startsWith('"') ? raw.slice(1, -1).replaceAll(/\\(.)/g, '$1') : raw;
      return [[name, name === 'charset' ? value.toLowerCase() : value] as const];
    });
}

/** Cuts at a mark wherever it stands in no quoted string (RFC 9110, section 5.6.4). */
function splitAt(text: string, mark: ',' | ';'): readonly string[] {
  if (!text.includes('"')) return text.split(mark);
  const pieces: string[] = [''];
  for (const [piece] of text.matchAll(/"(?:[^"\\]|\\.)*"?|[^"]/g)) {
    if (piece === mark) pieces.push('');
    else pieces.push((pieces.pop() ?? '') + piece);
  }
  return pieces;
}

/** The weight of the most specific range that covers a type. */
function qualityOf(mediaType: string, ranges: readonly MediaRange[]): number {
  const [type = '', subtype = ''] = essenceOf(mediaType).split('/');
  const own = new Map(typeParametersOf(mediaType));
  let highest = -1;
  let quality = 0;
  for (const range of ranges) {
    const specific = specificityOf(range, { type, subtype, own });
    if (specific > highest) [highest, quality] = [specific, range.quality];
  }
  return quality;
}

/** How exactly a range names a type; below zero where it does not. */
function specificityOf(
  range: MediaRange,
  { type, subtype, own }: { type: string; subtype: string; own: ReadonlyMap<string, string> },
): number {
  if (range.type !== '*' && range.type !== type) return -1;
  const isSuffix = range.subtype.startsWith('*+') && subtype.endsWith(range.subtype.slice(1));
  if (range.subtype !== '*' && range.subtype !== subtype && !isSuffix) return -1;
  let same = 0;
  for (const [name, value] of range.parameters) {
    const said = own.get(name);
    // What the description leaves open may be as the client wants it.
    if (said !== undefined && said !== value) return -1;
    if (said !== undefined) same += 1;
  }
  const exact = range.subtype === subtype ? 3 : isSuffix ? 2 : range.type === type ? 1 : 0;
  return exact * 100 + same;
}
