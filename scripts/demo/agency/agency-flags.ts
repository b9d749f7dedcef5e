/** What `npm run demo` takes beside the flags of `npm start`. */
export interface AgencyFlags {
  /** How many cases are filled in, where it is filled. */
  readonly cases?: number;
  /** Fill anew, whatever is there of an earlier fill. */
  readonly fresh: boolean;
  /** The flags of `npm start`. */
  readonly rest: readonly string[];
}

export type AgencyFlagsRead =
  | { readonly ok: true; readonly flags: AgencyFlags }
  | { readonly ok: false; readonly faults: readonly string[] };

type Env = Readonly<Record<string, string | undefined>>;

const MIN = 100;
const MAX = 1_000_000;

/** What would make the filled cases others than those that the bot reads. */
const NOT_FOR_THE_AGENCY = {
  MONGODB_URI: 'the agency is filled into an embedded database',
  POLICY_FILE: "the agency's two years went by the manual's own policy",
} as const;

/** Takes the agency's own flags out of the arguments. Faults name the flag or the variable. */
export function readAgencyFlags(args: readonly string[], env: Env): AgencyFlagsRead {
  const faults = Object.entries(NOT_FOR_THE_AGENCY)
    .filter(([name]) => (env[name] ?? '') !== '')
    .map(([name, why]) => `${name} is set, and ${why}. Unset it, or start without the agency: npm start`);
  const rest: string[] = [];
  let [cases, fresh]: [string | undefined, boolean] = [undefined, false];
  for (let place = 0; place < args.length; place += 1) {
    const arg = args[place] ?? '';
    if (arg === '--fresh') fresh = true;
    else if (arg === '--cases') cases = args[(place += 1)] ?? '';
    else if (arg.startsWith('--cases=')) cases = arg.slice('--cases='.length);
    else rest.push(arg);
  }
  const number = cases !== undefined && /^\d{1,7}$/.test(cases) ? Number(cases) : undefined;
  if (cases !== undefined && (number === undefined || number < MIN || number > MAX))
    faults.push(`--cases must be a number from ${MIN} to ${MAX.toLocaleString('en-US')}.`);
  if (faults.length > 0) return { ok: false, faults };
  return { ok: true, flags: { fresh, rest, ...(number === undefined ? {} : { cases: number }) } };
}
