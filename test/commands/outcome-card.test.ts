import { refuse } from '../../src/commands/command';
import { outcomeCard } from '../../src/commands/outcome-card';
import { faulty, refusal } from '../../src/domain/kernel/refusal';

it('The outcome card says what is wrong, and mentions no marked field if there is no form', () => {
  const message = 'Enter the number of the request, for example MR12.';
  expect(outcomeCard(refuse(faulty([{ field: 'request', message }])))).toMatchObject({
    title: 'One field needs attention',
    text: `Nothing was changed. ${message}`,
  });
});

it("The outcome card offers what can be done on the case when something else can't", () => {
  const params = { number: 'CS0000012', assignee: 'Kim', own: 'yes', possible: 'case.reassign' };
  const card = outcomeCard(refuse(refusal('already-assigned', params)));
  if (card.card !== 'message') throw new Error(card.card);
  expect(card.buttons.map(({ title, verb, data }) => [title, verb, data['case']])).toEqual([
    ['Open CS0000012', 'case.show', 'CS0000012'],
    ['Reassign', 'case.reassign', 'CS0000012'],
    ['Help', 'help.show', undefined],
  ]);
});
