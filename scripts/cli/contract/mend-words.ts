/** How a caller gives what a run lacks: by flags of the command line, or by settings of a function. */
export interface MendWords {
  /** Rest of a sentence that says how a secret of a scheme is given, up to the variable that does it too. */
  readonly credential: (scheme: string, secret: string, isToken: boolean) => string;
  /** A sentence: how every request is made to carry a header that the description does not name. */
  readonly header: string;
  /** A sentence: what to look at where nothing is found at an address. */
  readonly place: (path: string, target: string) => string;
  /** A sentence: where more is told. */
  readonly more: string;
  /** A sentence: what to do where a mock of ours answers on this machine. */
  readonly mock: string | undefined;
  /** A sentence: what operations without a credential come to. */
  readonly unproven: string | undefined;
}

/** The words of `kiln test`. */
export const FLAG_WORDS: MendWords = {
  credential(scheme, secret, isToken) {
    const client = isToken ? ` or "${scheme}: {clientId: ID, clientSecret: SECRET}"` : '';
    return `write "${scheme}: ${secret}"${client} into a YAML file and pass --credentials FILE`;
  },
  header: 'Where it is a header, have every request carry it: --header "NAME: VALUE".',
  place: (path, target) =>
    `Is --target right? ${path} of the description is asked for at ${target}${path}.`,
  more: 'Run it with --verbose to see what each operation answered.',
  mock: 'Where a "kiln mock" answers, pass --mock URL: it knows its own.',
  unproven: 'Of these nothing is proven; --require-proof makes a run fail for that.',
};
