import { parName } from '../../../../src/domain/cases/pars/par-name';

it.each([
  ['20261', 'PAR 20261'],
  ['PAR-20261', 'PAR-20261'],
  ['PAR20261', 'PAR20261'],
  ['PARTS-20261', 'PAR PARTS-20261'],
  ['SPAR-20261', 'PAR SPAR-20261'],
  ['', 'PAR'],
])('A PAR with the number “%s” is displayed as “%s”, with PAR only once', (number, name) => {
  expect(parName(number)).toBe(name);
});
