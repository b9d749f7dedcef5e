import { secondLineOf } from '../../../src/domain/cases/second-line';
import { aCase } from '../../support/cases';
import { aDirectory, aGroup, aPerson } from '../../support/site';

const subject = aCase();
const analyst = aPerson('analyst', { roles: ['business-process-analyst'], msc: 'aviation' });
const office = aPerson('po-agent');

describe('The next level up for a group', () => {
  it("is the group's escalation contacts, if the directory has any (AC-2)", () => {
    const group = { ...aGroup('av2', 2, 'aviation'), escalation: ['chief', 'deputy'] };
    expect(secondLineOf('AV2', subject, aDirectory([group], [analyst, office]))).toEqual(['chief', 'deputy']);
  });

  it('is otherwise the business process analysts of its MSC, and of no other (AC-5)', () => {
    const other = aPerson('other', { roles: ['business-process-analyst'], msc: 'energy' });
    const group = { ...aGroup('av2', 2, 'aviation'), escalation: [] };
    expect(secondLineOf('av2', subject, aDirectory([group], [other, analyst, office]))).toEqual(['analyst']);
  });

  it('is otherwise the program office, also for Level 1, which belongs to no MSC (AC-5)', () => {
    expect(secondLineOf('cic', subject, aDirectory())).toContain('po-agent');
    expect(secondLineOf('di2', subject, aDirectory())).toContain('po-agent');
    expect(secondLineOf('av2', subject, aDirectory([], [office]))).toEqual(['po-agent']);
  });

  it("is found by the case's MSC if the directory no longer has the group", () => {
    expect(secondLineOf('gone', subject, aDirectory())).toEqual(['analyst']);
  });
});
