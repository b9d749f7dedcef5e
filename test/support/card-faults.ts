import type * as Renderer from 'adaptivecards';

// The package's main file is an ES module without saying so; the bundle beside it can be required.
const { AdaptiveCard, HostConfig, SerializationContext, Versions } = jest.requireActual<typeof Renderer>(
  'adaptivecards/dist/adaptivecards',
);

// Beyond version 1.5, Teams takes one property there, where clients that do not know it show the choices beside it, and
// charts, which have a fallback for such clients.
const ALLOWED = [
  /^Property "choices\.data" is supported in version 1\.6, but you are using version 1\.5\.$/u,
  /^Unknown element type "Chart\.(Line|VerticalBar\.Grouped)"\. Fallback will be used if present\.$/u,
];

/** What the reference parser and validator have to say against a card, read as version 1.5. */
export function faultsOfCard(content: object): readonly string[] {
  const card = new AdaptiveCard();
  card.hostConfig = new HostConfig({ supportsInteractivity: true, actions: { maxActions: 6 } });
  const context = new SerializationContext(Versions.v1_5);
  card.parse(content, context);
  const parsed = Array.from({ length: context.eventCount }, (_, index) => context.getEventAt(index).message);
  const validated = card.validateProperties().validationEvents.map(({ message }) => message);
  return [...parsed, ...validated].filter((fault) => !ALLOWED.some((allowed) => allowed.test(fault)));
}
