/** An id as Microsoft Entra gives it. */
export const GUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

type Env = (name: string) => string | undefined;

/** The tenants that are served: those that are listed, else the bot's own. Nothing without a bot. */
export function tenantsOf(env: Env, faults: string[]): readonly string[] | undefined {
  const listed = env('ALLOWED_TENANTS');
  if (env('BOT_ID') === undefined) {
    if (listed !== undefined) faults.push('ALLOWED_TENANTS is set without BOT_ID; set both or neither.');
    return undefined;
  }
  const given = listed ?? env('BOT_TENANT_ID');
  if (given === undefined) {
    // A bot of one tenant is told that its own is missing; that one is then served.
    if ((env('BOT_TYPE') ?? '').toLowerCase() === 'multitenant') {
      faults.push(
        'ALLOWED_TENANTS is required with BOT_TYPE MultiTenant: the ids of the tenants that are served, GUIDs, with commas between.',
      );
    }
    return [];
  }
  const tenants = given
    .toLowerCase()
    .split(/[\s,]+/u)
    .filter((id) => id !== '');
  if (listed !== undefined && (tenants.length === 0 || !tenants.every((id) => GUID.test(id)))) {
    faults.push('ALLOWED_TENANTS must be ids of tenants, GUIDs, with commas or blanks between.');
  }
  return [...new Set(tenants)];
}

/** How many turns a person may take in a minute: 60 unless said otherwise, once callers prove who they are. */
export function turnsOf(env: Env, faults: string[]): number | undefined {
  const text = env('TURNS_A_MINUTE') ?? (env('BOT_ID') === undefined ? undefined : '60');
  if (text === undefined) return undefined;
  const turns = /^\d{1,6}$/.test(text) ? Number(text) : 0;
  if (turns < 1) faults.push('TURNS_A_MINUTE must be a whole number from 1 to 999999.');
  return turns;
}
