/**
 * The environment of a program of the demo: as it is here, without proxies, since all of the demo talks within this
 * machine, and with what is given.
 */
export function localEnv(env: NodeJS.ProcessEnv, added: Readonly<Record<string, string>>): NodeJS.ProcessEnv {
  const kept = Object.entries(env).filter(([name]) => !/^(?:https?|all)_proxy$/i.test(name));
  return { ...Object.fromEntries(kept), ...added };
}
