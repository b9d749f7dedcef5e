import { PAR_CASE } from '../examples/example-cases';
import { IDS, worldAt } from '../examples/example-context';
import { renderCard } from '../../../src/cards/shared/render';
import { textOf } from '../../support/card-nodes';

const told = (entry: number): string =>
  textOf(
    renderCard({ card: 'case-notification', case: PAR_CASE, entry, reader: IDS.supervisor2 }, worldAt())
      .content,
  );

describe("A supervisor's notification about a PAR", () => {
  const completed = PAR_CASE.timeline.findIndex(({ kind }) => kind === 'par-completed');

  it('with an inadequate answer says which PAR follows it (CL-4)', () => {
    expect(told(completed)).toContain('PAR-20261123 completed, answer not adequate');
    expect(told(completed)).toContain('Followed by PAR-20261124');
  });

  it('names no other PAR if none was submitted with it', () => {
    expect(told(completed - 1)).not.toContain('Followed by PAR');
  });
});
