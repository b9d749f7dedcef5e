import { registryOf } from '../../src/commands/registry';
import { allCommands } from '../../src/features/all-commands';
import { openRepositories } from '../../src/storage/open-repositories';
import type { Repositories } from '../../src/storage/open-repositories';
import { cardOf, Conversation, formOf } from '../support/conversation';
import { newCaseInputs } from '../support/new-case-inputs';
import type { RepositoriesBench } from './repositories-under-test';

const AGENT = 'av2-agent';

/** A form's key is the cause of what it changes: the store takes it once, whichever instance is pressed. */
export function formSentTwiceContract(bench: RepositoriesBench): void {
  const registry = registryOf(allCommands);
  const deskOn = ({ cases, customers }: Repositories): Conversation =>
    Object.assign(new Conversation(registry), { cases, customers });
  const services = async () =>
    [deskOn(bench.repositories), deskOn(await openRepositories(bench.engine))] as const;
  const entriesOf = async (number: string) =>
    (await bench.repositories.cases.get(number))?.state.timeline ?? [];

  it('makes one case when Create is pressed on two instances at the same instant, and adds, answers, and sends once (CA-11)', async () => {
    const [here, there] = await services();
    const account = 'CA1100';
    const inputs = newCaseInputs({ account, pr: '', nsn: '', requisition: '' });
    const form = formOf(await here.press(AGENT, 'case.new'));
    const sent = await Promise.all([
      here.send(AGENT, form, inputs, 'create-1'),
      there.send(AGENT, form, inputs, 'create-2'),
    ]);
    const [number = '', other] = sent.map((outcome) => cardOf(outcome, 'case').case.number);
    expect(other).toBe(number);
    const later = await there.send(AGENT, form, inputs, 'create-3');
    expect(cardOf(later, 'case').case.number).toBe(number);
    expect(await bench.repositories.cases.ofAccount(account, 10)).toHaveLength(1);

    for (const verb of ['case.note', 'case.interim', 'case.status']) {
      const before = await entriesOf(number);
      const opened = formOf(await here.press(AGENT, verb, { case: number }));
      const typed = { text: 'The depot ships on 12 November.' };
      const both = await Promise.all([
        here.send(AGENT, opened, typed, `${verb}-1`),
        there.send(AGENT, opened, typed, `${verb}-2`),
      ]);
      for (const outcome of [...both, await there.send(AGENT, opened, typed, `${verb}-3`)])
        cardOf(outcome, 'case');
      expect([verb, (await entriesOf(number)).length]).toEqual([verb, before.length + 1]);
    }
  });
}
