import { actingSystem, readSystemName, systemActor } from '../../../src/domain/directory/customer-system';

describe("The name of a customer's system", () => {
  it('is stored in lowercase', () => {
    expect(readSystemName(' Depot-Orders2 ')).toEqual({ ok: true, value: 'depot-orders2' });
  });

  it.each(['', 'a', '-a', '2a', 'a b', 'a:b', 'ä-b', 'x'.repeat(41)])("can't be %j", (typed) => {
    expect(readSystemName(typed)).toMatchObject({ ok: false });
  });

  it('is distinguished from a person who acts', () => {
    expect(actingSystem(systemActor('depot'))).toBe('depot');
    expect(actingSystem('00000000-0000-4000-8000-000000000201')).toBeUndefined();
    expect(actingSystem('casekeeper')).toBeUndefined();
  });
});
