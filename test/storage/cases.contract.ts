import type { Case } from '../../src/domain/cases/case';
import type { CaseRepository } from '../../src/ports/cases';
import { adding, noted, numbersOf, opening, savedOf } from './repositories-under-test';
import type { RepositoriesBench } from './repositories-under-test';

/** What the record of cases keeps on every engine. */
export function casesContract(bench: RepositoriesBench): void {
  const cases = (): CaseRepository => bench.repositories.cases;
  const saved = async (...change: Parameters<typeof opening>): Promise<Case> =>
    savedOf(await cases().insert(opening(...change))).state;

  it('keeps a PR on only one open case, and names that case (ES-6)', async () => {
    const pr = '7000000005';
    const holder = await saved('CS1000005', { details: { pr } });
    const refused = { kind: 'exists', index: 'openPr', saved: { id: 'CS1000005' } };
    expect(await cases().insert(opening('CS1000006', { details: { pr } }))).toMatchObject(refused);
    const other = await saved('CS1000007');
    const escalation = adding(other, {
      kind: 'escalated',
      direction: 'pre-award',
      group: 'av3',
      level: 3,
      action: 'PR Expedite',
      findings: [],
      justification: [],
      pr,
    });
    expect(await cases().save(1, escalation)).toMatchObject(refused);
    savedOf(await cases().save(1, adding(holder, { kind: 'closed', text: 'Done.' })));
    expect(savedOf(await cases().save(1, escalation)).state.details.pr).toBe(pr);
  });

  it('lets a case be reopened if no other open case has its PR (ES-6, RE-1)', async () => {
    const pr = '7000000008';
    const first = await saved('CS1000008', { details: { pr } });
    const closed = savedOf(await cases().save(1, adding(first, { kind: 'closed', text: 'Done.' })));
    const second = await saved('CS1000009', { details: { pr } });
    const reopening = adding(closed.state, { kind: 'reopened', why: 'The wrong part came.' });
    const heldBy = (id: string) => ({ kind: 'exists', index: 'openPr', saved: { id } });
    expect(await cases().save(2, reopening)).toMatchObject(heldBy('CS1000009'));
    expect((await cases().get('CS1000008'))?.state.state).toBe('closed');
    savedOf(await cases().save(1, adding(second, { kind: 'closed', text: 'Done.' })));
    expect(savedOf(await cases().save(2, reopening)).state.state).not.toBe('closed');
    const third = opening('CS1000099', { details: { pr } });
    expect(await cases().insert(third)).toMatchObject(heldBy('CS1000008'));
  });

  it('lists the cases that changed since, each once, even beyond a page', async () => {
    const from = Date.UTC(2030, 0, 1);
    const numbers = Array.from({ length: 230 }, (_, i) => `CS2000${String(i).padStart(3, '0')}`);
    for (const number of numbers) await saved(number, { at: from + 1000 });
    const seen: string[] = [];
    for await (const one of cases().changedSince(from)) {
      seen.push(one.number);
      // It moves behind the pages that are still to come.
      if (seen.length === 1) await cases().save(1, adding(one, noted('meanwhile')));
    }
    expect(seen).toEqual(numbers);
  });

  it('finds similar open cases: PR, requisition, or NSN for the account (CA-3)', async () => {
    const requisition = 'W25G1V63210001';
    const nsn = '5331-00-618-5399';
    await saved('CS1000010', { at: 3, details: { pr: '7000000010' } });
    await saved('CS1000011', { at: 2, details: { requisition } });
    await saved('CS1000012', { at: 1, details: { nsn } });
    await saved('CS1000013', { details: { nsn, account: { kind: 'CAGE', code: '1ABC2' } } });
    const closed = await saved('CS1000014', { details: { requisition, nsn } });
    await cases().save(1, adding(closed, { kind: 'closed', text: 'Done.' }));
    const account = 'W25G1V';
    const all = { pr: '7000000010', requisition, nsn: nsn.replaceAll('-', ''), account };
    expect(numbersOf(await cases().similar(all))).toEqual(['CS1000012', 'CS1000011', 'CS1000010']);
    expect(numbersOf(await cases().similar({ nsn, account: '1ABC2' }))).toEqual(['CS1000013']);
    expect(await cases().similar({ account })).toEqual([]);
  });

  it('lists cases by group, person, MSC, and state, oldest first', async () => {
    const aviation = { group: 'list-a', details: { msc: 'aviation' as const } };
    await saved('CS1000020', { ...aviation, at: 30, assignee: 'ann' });
    await saved('CS1000021', { ...aviation, at: 20 });
    await saved('CS1000022', { group: 'list-a', at: 10, assignee: 'bob', details: { msc: 'energy' } });
    await saved('CS1000023', { group: 'list-b', at: 40, assignee: 'ann', details: { msc: 'energy' } });
    const closed = await saved('CS1000024', { ...aviation, at: 5, assignee: 'ann' });
    await cases().save(1, adding(closed, { kind: 'closed', text: 'Done.' }));
    const list = async (filter: Parameters<CaseRepository['list']>[0], limit = 10) =>
      numbersOf(await cases().list(filter, limit)).map((number) => number.slice(-2));
    expect(await list({ group: 'list-a', open: true })).toEqual(['22', '21', '20']);
    expect(await list({ group: 'list-a' })).toEqual(['24', '22', '21', '20']);
    expect(await list({ group: 'list-a', open: false })).toEqual(['24']);
    expect(await list({ group: 'list-a', open: true }, 1)).toEqual(['22']);
    expect(await list({ group: 'list-a', unassigned: true })).toEqual(['21']);
    expect(await list({ group: 'list-a', assignee: 'ann' })).toEqual(['24', '20']);
    expect(await list({ assignee: 'ann', open: true })).toEqual(['20', '23']);
    expect(await list({ assignee: 'ann', msc: 'energy' })).toEqual(['23']);
    expect(await list({ group: 'list-a', msc: 'aviation', open: true }, 1)).toEqual(['21']);
    expect(await list({ msc: 'energy', open: true })).toEqual(['22', '23']);
    expect(await list({ open: false, msc: 'aviation', assignee: 'ann' })).toEqual(['24']);
    expect(await list({ assignee: 'ann', unassigned: true })).toEqual([]);
    const nobodys = await saved('CS1000025', { ...aviation, group: 'list-c' });
    await cases().save(1, adding(nobodys, { kind: 'closed', text: 'Done.' }));
    expect(await list({ group: 'list-c' })).toEqual(['25']);
    expect(await list({ group: 'list-c', unassigned: true })).toEqual([]);
    expect((await list({ open: true }, 3)).length).toBe(3);
  });

  it('lists the cases of an account, open ones first and newest first in each part (CA-3)', async () => {
    const account = { kind: 'CAGE', code: '7ACC7' } as const;
    const other = { kind: 'CAGE', code: '7ACC8' } as const;
    await saved('CS1000090', { at: 10, details: { account } });
    await saved('CS1000091', { at: 30, details: { account } });
    await saved('CS1000092', { at: 40, details: { account: other } });
    for (const [number, at] of [
      ['CS1000093', 20],
      ['CS1000094', 50],
    ] as const) {
      const closed = await saved(number, { at, details: { account } });
      await cases().save(1, adding(closed, { kind: 'closed', text: 'Done.' }));
    }
    const all = ['CS1000091', 'CS1000090', 'CS1000094', 'CS1000093'];
    expect(numbersOf(await cases().ofAccount('7ACC7', 10))).toEqual(all);
    expect(numbersOf(await cases().ofAccount('7ACC7', 3))).toEqual(all.slice(0, 3));
    expect(await cases().ofAccount('7ACC9', 10)).toEqual([]);
    expect(numbersOf(await cases().openOfAccount('7ACC7', 10))).toEqual(all.slice(0, 2));
    expect(numbersOf(await cases().openOfAccount('7ACC7', 1))).toEqual(all.slice(0, 1));
  });

  it('finds a case by everything that names it, by beginnings, without accents (CA-7)', async () => {
    const contact = { name: 'Zoë Łukaszewicz-Smith', email: 'zoe.field@customer.example' };
    const account = { kind: 'UEI', code: 'QQ12345678ZZ' } as const;
    const numbers = { nsn: '9988-77-665-5443', pr: '7009988776', requisition: 'QQ25G163210009' };
    const texts = { description: 'Gasket “brittle”, see pump/valve', problemNotes: 'Füllstand' };
    await saved('CS1000050', { details: { ...numbers, ...texts, contact, account, reason: 'quality-x' } });
    const asked = [
      'CS1000050 zoe',
      'cs1000050',
      'ZOE łuk',
      'smith gask',
      'zoe.field',
      'Zoe.Field@customer.example',
      'QQ12345678ZZ',
      '9988-77',
      '9988776655443',
      '7009988776',
      'qq25g1',
      '(brittle)',
      'valve gasket',
      'fullstand',
      'quality-x',
    ];
    for (const words of asked)
      expect([words, numbersOf(await cases().withWords(words, 5))]).toEqual([words, ['CS1000050']]);
    for (const words of ['gasket nosuch', 'rittle', 'customer.example', '.*', '', '  ', '$where'])
      expect([words, await cases().withWords(words, 5)]).toEqual([words, []]);
  });
}
