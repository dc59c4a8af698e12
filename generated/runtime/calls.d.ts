// Made by "kiln generate": change the description, not this.
import type { Delivered } from './batch.js';
import type { DryRun } from './dry-run.js';
import type { CallOptions, Input } from './input.js';
import type { Result, Success } from './result.js';
import type { WaitOptions, Worked } from './work.js';
/** A method of a client that needs an input. */
export interface Call<Operation> {
    (input: Input<Operation>): Answering<Operation>;
    /** What the call would send, credentials blotted out of its command line; nothing is sent. */
    readonly dryRun: (input: Input<Operation>) => Promise<DryRun>;
}
/** A method of a client that needs none. */
export interface FreeCall<Operation> {
    (input?: Input<Operation>): Answering<Operation>;
    /** What the call would send, credentials blotted out of its command line; nothing is sent. */
    readonly dryRun: (input?: Input<Operation>) => Promise<DryRun>;
}
/** An answer to come: documented errors are values, or are thrown by `orThrow`. */
export type Answering<Operation> = Promise<Result<Operation>> & {
    /** The success; a `ResponseError` for every other answer. */
    readonly orThrow: () => Promise<Success<Operation>>;
};
/** What a method has beside itself whose list is read page by page. */
export interface Paged<Operation, At> {
    /** The pages from the one that is asked for to the last. */
    readonly pages: (...input: Inputs<Operation>) => AsyncIterable<Success<Operation>>;
    /** The items of these pages. */
    readonly items: (...input: Inputs<Operation>) => AsyncIterable<ItemAt<Extract<Success<Operation>, {
        status: 200;
    }>['body'], At>>;
}
/** What a method has beside itself that takes a list. */
export interface Batched<Operation, At> {
    /** Sends any number of items, as many at once as are taken, and says what became of each. */
    readonly inBatches: <Item extends ItemAt<BodyOf<Operation>, At>>(items: Iterable<Item>, ...input: Rest<Operation>) => Promise<readonly Delivered<Item, Result<Operation>>[]>;
}
/** What a method has beside itself whose work is done later. */
export interface Waited<Operation, Status> {
    /** Submits it, and asks for its state until that is a last one. */
    readonly submitAndWait: (input: Input<Operation>, options?: WaitOptions) => Promise<Worked<Success<Operation>, Success<Status>>>;
}
type Inputs<Operation> = CallOptions extends Input<Operation> ? [input?: Input<Operation>] : [input: Input<Operation>];
/** What a call takes beside the list. */
type Rest<Operation> = CallOptions extends Omit<Input<Operation>, 'body' | 'contentType'> ? [input?: Others<Operation>] : [input: Others<Operation>];
type Others<Operation> = Omit<Input<Operation>, 'body' | 'contentType'> & {
    /** What the body holds beside the list. */
    readonly body?: object;
};
type BodyOf<Operation> = Operation extends {
    requestBody?: {
        content: infer Content;
    };
} ? Content[keyof Content] : never;
/** The type of the items at a pointer of a value. */
type ItemAt<Value, At> = At extends '#' ? Each<Value> : At extends `#/${infer Path}` ? Each<Walked<Value, Path>> : unknown;
type Walked<Value, Path> = Path extends `${infer Name}/${infer More}` ? Walked<Member<Value, Name>, More> : Member<Value, Path>;
type Member<Value, Name> = Value extends unknown ? Name extends keyof Value ? NonNullable<Value[Name]> : never : never;
type Each<List> = List extends readonly (infer Item)[] ? Item : never;
export {};
