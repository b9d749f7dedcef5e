/** Where the site's Teams is: Microsoft's public cloud (with GCC), US GCC High, US DoD, or China (21Vianet). */
export const CLOUD_NAMES = ['public', 'gcch', 'dod', 'china'] as const;
export type CloudName = (typeof CLOUD_NAMES)[number];

/** The cloud of the bot's registration, `public` unless said otherwise. Nothing without a bot. */
export function cloudOf(env: (name: string) => string | undefined, faults: string[]): CloudName | undefined {
  const given = env('CLOUD');
  if (env('BOT_ID') === undefined) {
    if (given !== undefined) faults.push('CLOUD is set without BOT_ID; set both or neither.');
    return undefined;
  }
  const cloud = CLOUD_NAMES.find((name) => name === (given ?? 'public').toLowerCase());
  if (cloud === undefined) faults.push(`CLOUD must be one of ${CLOUD_NAMES.join(', ')}.`);
  return cloud;
}
