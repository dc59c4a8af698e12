import type { Json, JsonObject } from '../base/json.ts';
import type { Pointer } from '../base/json-pointer.ts';

export const RESOURCE_ACTIONS = ['create', 'read', 'list', 'update', 'upsert', 'delete'] as const;

/** `x-resource`: what an operation does to the things that the API remembers. */
export interface ResourcePolicy extends ListedThings, NewThings {
  /** The kind of thing; operations that share it share what is remembered. */
  readonly name: string;
  readonly action: (typeof RESOURCE_ACTIONS)[number];
  /** Whose it is: parameters, or pointers into the body; alike in all operations on the kind. */
  readonly within?: readonly string[] | undefined;
  /** Where in a thing the ids of those it is within stand, in the same order. */
  readonly owners?: readonly Pointer[] | undefined;
  /** Which one it is: a parameter, or a pointer into the body; an array there means several. */
  readonly id?: string | undefined;
  /** Where in a thing its id stands; `#` where lists hold nothing but ids. */
  readonly key?: Pointer | undefined;
  /** Where the body says what it is like; an array there means several. */
  readonly input?: Pointer | undefined;
  /** Where the answer holds it. */
  readonly item?: Pointer | undefined;
  /** Property as this operation's body or answer calls it, to the property of the thing. */
  readonly names?: Readonly<Record<string, string>> | undefined;
  /** Ids of things that can be neither changed nor deleted: it is refused as `invalid`. */
  readonly protected?: readonly Json[] | undefined;
  /** Nobody has written this: the shapes of paths and schemas say it. */
  readonly inferred?: true | undefined;
  /** An id that nobody knows may be right: such things are made elsewhere too, or its name was a guess. */
  readonly isOpen?: true | undefined;
}

/** What a request says of the things that it wants to see, or change all at once. */
interface ListedThings {
  /** Where the answer holds a list of them. */
  readonly items?: Pointer | undefined;
  /** Where the answer counts them; without `items` a count is all that it tells. */
  readonly count?: Pointer | undefined;
  /** Where the body names the values that those of a list must have, or those that are updated. */
  readonly filter?: Pointer | undefined;
  /** What stands in place of a value there to ask for another comparison than equality. */
  readonly operators?: Readonly<Record<string, Comparison>> | undefined;
  /** Where the body names the properties to sort by. */
  readonly order?: Pointer | undefined;
  /** Where the body names the properties to show. */
  readonly fields?: Pointer | undefined;
  /** Where the body says which references are shown as the things that they lead to: true for all, or names. */
  readonly linked?: Pointer | undefined;
  /** Texts that are cut where the body wants it: at so many bytes, or at as many as it says. */
  readonly cut?: { readonly at: Pointer; readonly bytes: number } | undefined;
  /** Parameters, or pointers into the body, that keep a list to what was made between two days. */
  readonly period?: { readonly from: string; readonly to: string } | undefined;
  /** Where the body says how many are updated at most. */
  readonly most?: Pointer | undefined;
  /** The kinds of things that a list shows beside each other, where its own name stands for all of them. */
  readonly kinds?: KindsPolicy | undefined;
  /** Where a request says a text, and where in a thing one of the texts contains it, in whatever case. */
  readonly search?: { readonly for: string; readonly at: readonly Pointer[] } | undefined;
}

/** Things of several kinds in one list. */
interface KindsPolicy {
  /** Where an item says of which kind it is. */
  readonly told: Pointer;
  /** Parameter, or pointer into the body, that lists the words of the kinds to show; all where it lists none. */
  readonly chosen?: string | undefined;
  readonly of: readonly ListedKind[];
}

export interface ListedKind {
  readonly name: string;
  /** What an item of the kind says there. */
  readonly word: string;
  /** Where in a thing those that the list is within stand, in the same order. */
  readonly owners?: readonly Pointer[] | undefined;
  /** What a thing is like that the list shows. */
  readonly only?: JsonObject | undefined;
}

export const COMPARISONS = [
  'equal',
  'notEqual',
  'greater',
  'greaterOrEqual',
  'less',
  'lessOrEqual',
  'like',
  'oneOf',
  'noneOf',
  'contains',
  'containedIn',
  'null',
] as const;
/** How a property is compared with what a request says of it. */
export type Comparison = (typeof COMPARISONS)[number];

interface NewThings {
  /** What a new thing is like where the request does not say; of an object that it has, its members. */
  readonly initial?: JsonObject | undefined;
  /** Where, besides its id, no two things have the same. */
  readonly distinct?: readonly Pointer[] | undefined;
  /** Texts made of other values of the thing, `{#/a}` for that at a pointer. */
  readonly composed?: Readonly<Record<string, string>> | undefined;
  /** Where things within the same owner are counted, and from which number. */
  readonly numbered?: { readonly at: Pointer; readonly from: number } | undefined;
  /** Where in a thing stands what this operation makes anew. */
  readonly renewed?: readonly Pointer[] | undefined;
  /** Where in a thing stands what this operation's answer leaves out. */
  readonly omits?: readonly Pointer[] | undefined;
  /** Kinds of things that are within it: a new one has none but these, and they go when it does. */
  readonly holds?: readonly HeldThings[] | undefined;
}

/** Things that come with the thing that they are within. */
interface HeldThings {
  readonly name: string;
  /** Where the body that makes the owner lists some. */
  readonly input?: Pointer | undefined;
  /** Those that each owner has from the start. */
  readonly always?: readonly JsonObject[] | undefined;
  /** What says what properties of theirs are like. */
  readonly members?: MembersPolicy | undefined;
}

/** Things of another kind, within the same owner, that say what properties of these are like: one for each, by its id. */
export interface MembersPolicy {
  readonly of: string;
  /** Where in one its type stands. */
  readonly type: Pointer;
  /** JSON Schema of the values of a type; of those that it does not name any is taken. */
  readonly types: JsonObject;
  /** Where in one stands what takes the place of no value. */
  readonly default?: Pointer | undefined;
  /** Where in one stands that no two things have the same value. */
  readonly distinct?: Pointer | undefined;
  /** Which types refer to other things, and where in a member stands whose. */
  readonly links?: { readonly types: readonly string[]; readonly to: Pointer } | undefined;
  /** Where a body that changes a type says that values of no such type are given up. */
  readonly force?: Pointer | undefined;
}

/** `x-answers`: which example an operation answers with, by the state of the thing that it is about. */
export interface AnswersPolicy {
  /** The kind of thing. */
  readonly about: string;
  /** Parameter, or pointer into the body, that says which. */
  readonly id: string;
  /** Where in a thing stands what says which. */
  readonly key: Pointer;
  /** Where in a thing its state stands. */
  readonly state: Pointer;
  /** Where answers show which case it is: the examples differ there, in value or in type. */
  readonly tells: Pointer;
  readonly cases: readonly {
    /** The state. */
    readonly is: Json;
    /** Name of an example of the success. */
    readonly example: string;
  }[];
}

/** `x-repeats`: what an answer says again of its request. */
export interface RepeatsPolicy {
  /** Parameters, or pointers into the body, with the values for which it holds. */
  readonly when?: Readonly<Record<string, Json>> | undefined;
  /** Name of the example of the success that is answered then. */
  readonly example?: string | undefined;
  /** Place in the answer, to the parameter or the pointer into the body whose value it repeats. */
  readonly places?: Readonly<Record<string, string>> | undefined;
  /** The same of numbers that the answer may fall short of, but not exceed. */
  readonly most?: Readonly<Record<string, string>> | undefined;
}

/** `x-sql`: an operation that runs a statement on the things that the API remembers. */
export interface SqlPolicy {
  /** Where the body has the statement. */
  readonly statement: Pointer;
  /** Where the answer has the rows. */
  readonly rows: Pointer;
  /** Where it counts them. */
  readonly count?: Pointer | undefined;
  /** The kind of thing that is a table, by its id. */
  readonly tables: string;
  /** The kind of thing that is a column of a table, by its id. */
  readonly columns?: string | undefined;
  /** Where in a column its type stands. */
  readonly type?: Pointer | undefined;
  /** The kind of thing that is a row of a table, by its properties. */
  readonly records: string;
  /** What a credential must be allowed to do to run a statement that changes something. */
  readonly changes?: 'write' | undefined;
}
