import type { Account, Contact } from '../../src/domain/cases/details/details';
import { projectAccount } from '../../src/domain/customers/account-record';
import { projectContact, type CustomerContact } from '../../src/domain/customers/contact-record';
import { openRepositories } from '../../src/storage/open-repositories';
import type { RepositoriesBench } from './repositories-under-test';

const dodaac = (code: string): Account => ({ kind: 'DoDAAC', code });
const act = (cause: string) => ({ by: 'ann', at: 1_000, cause });
const pat: Contact = { name: 'Pat Customer', email: 'Pat@Example.mil' };

/** The contact after a correction. */
const correctedTo = (known: CustomerContact, to: Contact): CustomerContact =>
  projectContact(known.account, [
    ...known.timeline,
    { ...act('corrected'), kind: 'corrected', from: known.contact, to, why: 'Typing error.' },
  ]);

/** What the record of accounts and contacts keeps on every engine. */
export function customersContract(bench: RepositoriesBench): void {
  const customers = () => bench.repositories.customers;

  it('stores one account per code and one contact per account and email, even if several record them at once (AC-1)', async () => {
    const { customers: elsewhere } = await openRepositories(bench.engine);
    const account = dodaac('AA0001');
    const made = await Promise.all(
      Array.from({ length: 6 }, (_, nth) =>
        (nth % 2 ? customers() : elsewhere).record(
          account,
          nth < 3 ? pat : { ...pat, email: 'pat@example.MIL' },
          act(`c${nth}`),
        ),
      ),
    );
    expect(new Set(made.map(({ contact }) => contact.id)).size).toBe(1);
    expect(await customers().contactsOf(account, 10)).toHaveLength(1);
    expect((await customers().account(account))?.account.timeline).toHaveLength(1);
    // Recorded again it stays as it is, whatever else is said of it.
    const again = await customers().record(account, { ...pat, name: 'Someone else' }, act('later'));
    expect(again.contact.contact.name).toBe('Pat Customer');
    expect(again.version).toBe(1);
    // The same person of another account is another contact.
    await customers().record(dodaac('AA0002'), pat, act('other'));
    const both = await customers().withEmail('PAT@example.mil', 10);
    expect(both.map((each) => each.account.code).sort()).toEqual(['AA0001', 'AA0002']);
    await bench.reopen();
    expect(await customers().contactsOf(account, 10)).toEqual([made[0]?.contact]);
  });

  it('distinguishes contacts without an email by their phone digits (AC-1)', async () => {
    const account = dodaac('AB0001');
    const one = await customers().record(account, { name: 'Lee', phone: '+1 804 555 0100' }, act('a'));
    const same = await customers().record(account, { name: 'Lee', phone: '1-804-555-0100' }, act('b'));
    const other = await customers().record(account, { name: 'Lee', phone: '1-804-555-0101' }, act('c'));
    expect(same.contact.id).toBe(one.contact.id);
    expect(other.contact.id).not.toBe(one.contact.id);
  });

  it('finds accounts and contacts by code, name, email, and phone, even by the beginning of a word (AC-1)', async () => {
    const account = dodaac('AC1234');
    const lee = {
      name: 'Lee Conrad-Müller',
      email: 'lee.conrad@depot.example.mil',
      phone: '+1 804 555 0177',
    };
    await customers().record(account, lee, act('a'));
    const saved = await customers().account(account);
    const named = { ...act('n'), kind: 'named', to: 'Tenth Depot', why: 'Said so.' } as const;
    const withName = projectAccount(account, [...(saved?.account.timeline ?? []), named]);
    expect(await customers().saveAccount(saved?.version ?? 0, withName)).toBe(true);
    expect(await customers().saveAccount(saved?.version ?? 0, withName)).toBe(false);
    const found = async (text: string) => {
      const { accounts, contacts } = await customers().search(text, 10);
      return [
        ...accounts.map(({ account: { code } }) => code),
        ...contacts.map(({ contact }) => contact.name),
      ];
    };
    const both = ['AC1234', 'Lee Conrad-Müller'];
    for (const text of ['AC1234', 'ac12']) expect(await found(text)).toEqual(both);
    expect(await found('tenth dep')).toEqual(['AC1234']);
    for (const text of [
      'lee.conrad@depot.example.mil',
      'LEE.CONRAD@',
      'conrad',
      'muller lee',
      '804-555-0177',
    ])
      expect(await found(text)).toEqual(['Lee Conrad-Müller']);
    for (const text of ['', '  ', '=', 'lee nobody', '%']) expect(await found(text)).toEqual([]);
    expect((await customers().account(account))?.account.name).toBe('Tenth Depot');
    expect(await customers().account(dodaac('AC9999'))).toBeUndefined();
  });

  it('finds a contact by what it was known by, but not by a key that belongs to another (AC-1, RE-1)', async () => {
    const account = dodaac('AD0001');
    const first = { name: 'Kim', email: 'kim@old.mil' };
    const { contact: kim, version } = await customers().record(account, first, act('a'));
    const { contact: ray } = await customers().record(account, { name: 'Ray', email: 'ray@x.mil' }, act('b'));
    const moved = correctedTo(kim, { name: 'Kim', email: 'kim@new.mil' });
    expect(await customers().saveContact(version, moved)).toBe('saved');
    expect(await customers().saveContact(version, moved)).toBe('conflict');
    const known = async (email: string) =>
      (await customers().contactLike(account, { name: '?', email }))?.contact;
    expect((await known('kim@new.mil'))?.id).toBe(kim.id);
    expect(await known('KIM@old.mil')).toEqual(moved);
    // A case that is recorded under the former address is theirs, and makes no second record.
    expect((await customers().record(account, first, act('c'))).contact.id).toBe(kim.id);
    expect(await customers().saveContact(1, correctedTo(ray, { name: 'Ray', email: 'Kim@new.mil' }))).toBe(
      'taken',
    );
    // Whoever is known by it now goes before whoever was.
    const taking = correctedTo(ray, { name: 'Ray', email: 'kim@old.mil' });
    expect(await customers().saveContact(1, taking)).toBe('saved');
    expect((await known('kim@old.mil'))?.id).toBe(ray.id);
    expect((await customers().contact(ray.id))?.contact).toEqual(taking);
    expect(await customers().contact('none')).toBeUndefined();
  });

  it('lists which contacts were recorded or corrected last, latest first (AC-1)', async () => {
    const account = dodaac('AF0001');
    const at = (nth: number) => ({ ...act(`l${nth}`), at: 9_000_000 + nth });
    for (const nth of [2, 1, 3])
      await customers().record(account, { name: `Kit ${nth}`, email: `kit${nth}@x.mil` }, at(nth));
    const names = async () => (await customers().latest(3)).map(({ contact }) => contact.name);
    expect(await names()).toEqual(['Kit 3', 'Kit 2', 'Kit 1']);
    const first = await customers().contactLike(account, { name: '?', email: 'kit1@x.mil' });
    if (first === undefined) throw new Error('Kit 1 is not on record');
    const { contact, version } = first;
    const to = { name: 'Kit One', email: 'kit1@x.mil' };
    const entry = { ...at(4), kind: 'corrected', from: contact.contact, to, why: 'Typing error.' } as const;
    await customers().saveContact(version, projectContact(account, [...contact.timeline, entry]));
    expect(await names()).toEqual(['Kit One', 'Kit 3', 'Kit 2']);
  });

  it('lists which corrections may not have reached their cases, until they have (RE-1)', async () => {
    const account = dodaac('AE0001');
    const { contact, version } = await customers().record(
      account,
      { name: 'Jo', email: 'jo@x.mil' },
      act('a'),
    );
    const waiting = async () =>
      (await customers().withPending(50)).filter(({ id }) => id === contact.id).length;
    expect(await waiting()).toBe(0);
    const once = correctedTo(contact, { name: 'Jo', email: 'jo@y.mil' });
    await customers().saveContact(version, once);
    expect(await waiting()).toBe(1);
    const twice = correctedTo(once, { name: 'Jo', email: 'jo@z.mil' });
    await customers().saveContact(version + 1, twice);
    await customers().clearPending(once);
    expect(await waiting()).toBe(1);
    await customers().clearPending(twice);
    expect(await waiting()).toBe(0);
    expect((await customers().contact(contact.id))?.contact).toEqual(twice);
  });
}
