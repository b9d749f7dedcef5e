import { refuse } from '../../src/commands/command';
import { outcomeCard } from '../../src/commands/outcome-card';
import { faulty } from '../../src/domain/refusal';

it('says what is wrong, and speaks of no marked field where there is no form', () => {
  const message = 'Give the number of the request, for example MR12.';
  expect(outcomeCard(refuse(faulty([{ field: 'request', message }])))).toMatchObject({
    title: 'One thing is missing or not right',
    text: `Nothing was changed. ${message}`,
  });
});
