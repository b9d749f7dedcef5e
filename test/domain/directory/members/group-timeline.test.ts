import {
  departureOf,
  loadedEntries,
  rolesIn,
  withTimeline,
} from '../../../../src/domain/directory/members/group-timeline';
import type { GroupEntry } from '../../../../src/domain/directory/members/group-timeline';
import { aGroup } from '../../../support/site';

const av2 = aGroup('av2', 2, 'aviation');
const entry = (change: Partial<GroupEntry>): GroupEntry => ({
  kind: 'added',
  person: 'nobody',
  from: [],
  to: ['agent'],
  at: 1,
  by: 'analyst',
  cause: 'c1',
  ...change,
});
const removed = entry({ kind: 'removed', person: 'av2-agent', from: ['agent'], to: [], cause: 'c2' });

describe('The timeline of a group (AC-5, AC-7)', () => {
  it('leaves a group as loaded if nothing was changed', () => {
    expect(withTimeline(av2, [])).toBe(av2);
  });

  it('says who belongs to it and who left (AC-7)', () => {
    const now = withTimeline(av2, [entry({}), removed]);
    expect(now.agents).toEqual(['av2-other', 'nobody']);
    expect(now.former).toEqual(['av2-agent']);
    const back = withTimeline(av2, [removed, entry({ person: 'av2-agent', to: ['supervisor'] })]);
    expect(rolesIn(back, 'av2-agent')).toEqual(['supervisor']);
    expect(back.former).toBeUndefined();
  });

  it('moves a person from one role to another (AC-5)', () => {
    const now = withTimeline(av2, [
      entry({ kind: 'role-changed', person: 'av2-gatekeeper', from: ['gatekeeper'], to: ['agent'] }),
    ]);
    expect([now.gatekeepers, now.agents]).toEqual([[], ['av2-agent', 'av2-other', 'av2-gatekeeper']]);
  });

  it('follows a newer directory file, but only for people it changes (AC-7)', () => {
    const now = withTimeline(av2, [entry({}), removed]);
    expect(loadedEntries({ loaded: av2, now }, { ...av2, name: 'Renamed' }, 5)).toEqual([]);
    const file = { ...av2, agents: ['av2-agent'], gatekeepers: ['av2-gatekeeper', 'nobody'] };
    const entries = loadedEntries({ loaded: av2, now }, file, 5);
    expect(entries.map(({ person, from, to }) => [person, from, to])).toEqual([
      ['av2-other', ['agent'], []],
      ['nobody', ['agent'], ['gatekeeper']],
    ]);
    const after = withTimeline(file, [entry({}), removed, ...entries]);
    expect([after.agents, after.gatekeepers]).toEqual([[], ['av2-gatekeeper', 'nobody']]);
    expect(after.former).toEqual(['av2-agent', 'av2-other']);
  });

  it('records a departure only for a person who belonged to the group and no longer does (AC-7)', () => {
    const base = { group: 'av2', person: 'av2-agent', by: 'analyst', cause: 'c2' };
    expect(departureOf('av2', removed)).toEqual(base);
    expect(departureOf('av2', { ...removed, casesTo: 'av2-other' })).toEqual({
      ...base,
      casesTo: 'av2-other',
    });
    expect(departureOf('av2', entry({}))).toBeUndefined();
    expect(departureOf('av2', entry({ from: [], to: [] }))).toBeUndefined();
  });
});
