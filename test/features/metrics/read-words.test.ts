import { read } from './asked-site';

describe('A question about metrics', () => {
  it.each([
    ['', 'enterprise · November 2026'],
    ['aviation last month', 'msc:aviation · October 2026'],
    ['last month, aviation', 'msc:aviation · October 2026'],
    ['L3-AVN since 1 October', 'group:L3-AVN · 1 October 2026 to 21 November 2026'],
    ['me this quarter', 'person:lee · October to December 2026'],
    ['csat FY26', 'enterprise · FY26 · satisfaction'],
    ['how are we doing in distribution?', 'msc:distribution · November 2026'],
    ['for L2 AVN in October', 'group:L2-AVN · October 2026'],
    ['aviation customer operations yesterday', 'group:L2-AVN · 20 November 2026'],
    ['supplier operations Q3 2026', 'group:L3-AVN · July to September 2026'],
    [
      'how are we doing in Land and Maritime Customer Operations with Case Resolution Time, Levels 1 to 3 1 June 2020 to 8 June 2020?',
      'group:L2-LND · 1 June 2020 to 8 June 2020 · enterprise-crt',
    ],
    ['of the enterprise, year to date', 'enterprise · 1 January 2026 to 21 November 2026'],
    ['land & maritime', 'msc:land-and-maritime · November 2026'],
    [
      'Aviation’s crt between 1 October and 15 October',
      'msc:aviation · 1 October 2026 to 15 October 2026 · enterprise-crt',
    ],
    [
      'what is the resolution time for troop support last quarter?',
      'msc:troop-support · July to September 2026 · enterprise-crt',
    ],
    ['level 2 and 3 crt', 'enterprise · November 2026 · level-2-and-3-crt'],
    ['crt for L2+L3 this year', 'enterprise · 2026 · level-2-and-3-crt'],
    ['show me the interim responses of my group', 'group:L2-AVN · November 2026 · interim-response'],
    ['level 3 assignment last week', 'enterprise · week of 9 November 2026 · level-3-assignment'],
    ['initial updates L3-AVN', 'group:L3-AVN · November 2026 · level-3-initial-update'],
    ['recurring updates', 'enterprise · November 2026 · level-3-recurring-update'],
    ['open cases in aviation', 'msc:aviation · November 2026 · open-cases'],
    ['how many aged cases do we have?', 'enterprise · November 2026 · open-cases'],
    ['show me aviation', 'msc:aviation · November 2026'],
    ['show me', 'enterprise · November 2026'],
    ['my figures', 'person:lee · November 2026'],
    ['how am I doing this month', 'person:lee · November 2026'],
    ['Kim', 'person:kim · November 2026'],
    ['how is zoe muller ortiz doing', 'person:zoe · November 2026'],
    ['ana march in march', 'person:ana · March 2026'],
    ['aviaton last month', 'msc:aviation · October 2026'],
    ['customer satisfacton', 'enterprise · November 2026 · satisfaction'],
    ['group:l3-avn 2026-10', 'group:L3-AVN · October 2026'],
    ['Pacific Stock Point since 2026-11-22', 'group:TYO · 22 November 2026'],
    ['TYO today', 'group:TYO · 22 November 2026'],
  ])('is read from “%s” (ME-6)', (line, asked) => {
    expect(read(line)).toEqual([asked]);
  });

  it.each([
    ['how are we doing', 'kim', 'group:L2-AVN · November 2026'],
    ['how are we doing', 'lee', 'enterprise · November 2026'],
    ['our csat', 'kim', 'group:L2-AVN · November 2026 · satisfaction'],
    ['how are we doing in distribution', 'kim', 'msc:distribution · November 2026'],
    ['my groups', 'kim', 'group:L2-AVN · November 2026'],
  ])('in “%s” by %s is about the primary group, if there is one (ME-6)', (line, who, asked) => {
    expect(read(line, who)).toEqual([asked]);
  });

  it.each([
    ['Smith last month', ['person:kim · October 2026', 'person:lee · October 2026']],
    ['land', ['msc:land-and-maritime · November 2026', 'group:L2-LND · November 2026']],
    ['dis', ['msc:distribution · November 2026', 'msc:disposition · November 2026']],
    ['march', ['person:ana · November 2026', 'enterprise · March 2026']],
    [
      'csat Q1',
      [
        'enterprise · January to March 2026 · satisfaction',
        'enterprise · October to December 2026 · satisfaction',
      ],
    ],
    [
      'updates',
      [
        'enterprise · November 2026 · level-3-initial-update',
        'enterprise · November 2026 · level-3-recurring-update',
      ],
    ],
    [
      'assignment today',
      [
        'enterprise · 21 November 2026 · level-2-assignment',
        'enterprise · 21 November 2026 · level-3-assignment',
      ],
    ],
  ])('in “%s” could mean two things', (line, asked) => {
    expect([...read(line)].sort()).toEqual([...asked].sort());
  });

  it('about "my groups" can mean either group if none is the primary one', () => {
    expect(read('my groups', 'ana')).toEqual(['group:L3-AVN · November 2026']);
  });

  it.each([
    ['aviation distribution', 'distribution'],
    ['csat and crt', 'crt'],
    ['October 2025 last week', 'last week'],
  ])('in “%s” asks for two things at a time', (line, again) => {
    expect(read(line)).toEqual([`twice: ${again}`]);
  });

  it.each([
    ['aviation someday', ['? someday']],
    ['narnia last month', ['? narnia']],
    ['csat for the purple elephants in October', ['? purple elephants']],
    ['quux aviation blarg', ['? quux', '? blarg']],
    ['L9-AVN', ['? L9-AVN']],
    ['2026-13', ['? 2026-13']],
    ['constructor toString', ['? constructor toString']],
  ])('in “%s” is not understood, and the unclear part is named', (line, unknown) => {
    expect(read(line)).toEqual(unknown);
  });
});
