/** Things that are asked for: a name, and the first four digits of the stock number. */
export const ITEMS = [
  ['O-ring', '5331'], ['fuel pump', '2915'], ['hydraulic hose', '4720'], ['rotor blade pin', '1615'],
  ['brake assembly', '2530'], ['tire', '2610'], ['bearing', '3110'], ['gasket set', '5330'],
  ['circuit breaker', '5925'], ['cable assembly', '6150'], ['battery', '6140'], ['antenna', '5985'],
  ['pressure gauge', '6685'], ['valve', '4820'], ['oil filter', '2940'], ['windshield', '1560'],
  ['landing light', '6220'], ['bolt', '5306'], ['seal', '5330'], ['generator', '6115'],
  ['water pump', '2930'], ['anchor chain', '4010'], ['lube oil', '9150'], ['tool kit', '5180'],
  ['field jacket', '8415'], ['paint', '8010'], ['shelter frame', '8340'], ['wire rope', '4010'],
] as const; // prettier-ignore

/** An invented stock number: no country is coded 98. */
export const nsnOf = (group: string, nth: number): string =>
  `${group}98${String(1_000_000 + (nth % 400)).padStart(7, '0')}`;
