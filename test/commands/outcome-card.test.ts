import { refuse } from '../../src/commands/command';
import { outcomeCard } from '../../src/commands/outcome-card';
import { faulty, refusal } from '../../src/domain/kernel/refusal';

it('says what is wrong, and speaks of no marked field where there is no form', () => {
  const message = 'Give the number of the request, for example MR12.';
  expect(outcomeCard(refuse(faulty([{ field: 'request', message }])))).toMatchObject({
    title: 'One thing is missing or not right',
    text: `Nothing was changed. ${message}`,
  });
});

it('offers what can be done to the case where something else cannot', () => {
  const params = { number: 'CS0000012', assignee: 'Kim', own: 'yes', possible: 'case.reassign' };
  const card = outcomeCard(refuse(refusal('already-assigned', params)));
  if (card.card !== 'message') throw new Error(card.card);
  expect(card.buttons.map(({ title, verb, data }) => [title, verb, data['case']])).toEqual([
    ['Open CS0000012', 'case.show', 'CS0000012'],
    ['Reassign', 'case.reassign', 'CS0000012'],
    ['Help', 'help.show', undefined],
  ]);
});
