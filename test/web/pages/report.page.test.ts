import { parseDocument } from 'htmlparser2';
import { projectCase } from '../../../src/domain/cases/project-case';
import type { Entry } from '../../../src/domain/cases/timeline';
import { closedMonth, siteCalendar } from '../../../src/domain/metrics/month-close';
import { directoryOf } from '../../../src/domain/directory/directory';
import { claimText } from '../../../src/domain/reports/report-key';
import type { Page } from '../../../src/web/pages/page';
import { reportPages } from '../../../src/web/pages/report.page';
import { aCase, details, escalated, opened } from '../../support/cases';
import type { Happened } from '../../support/cases';
import { memoryReports } from '../../support/memory/memory-reports';
import { rowsOfCsv } from '../../support/read-csv';
import { aDirectory, aWorld, DAY, START } from '../../support/site';
import type { DomainContext } from '../../../src/domain/kernel/domain-context';

const HOSTILE = '<script>alert(1)</script>"\' & =cmd';
const ENTERPRISE = { kind: 'enterprise', name: 'Enterprise' } as const;

/** A site with a closed case, one that was closed late, and an aged one; a group has a hostile name. */
async function aSite() {
  const here = aDirectory();
  const groups = here.groups.map((group) => (group.key === 'av3' ? { ...group, name: HOSTILE } : group));
  const directory = directoryOf(groups, here.people);
  const state = {
    now: START + 90 * DAY,
    environment: 'production' as NonNullable<DomainContext['environment']>,
  };
  const context = (): DomainContext => ({
    ...aWorld(state.now, { directory }),
    environment: state.environment,
  });
  const made = memoryReports(context);
  const put = (number: string, ...events: readonly Happened[]) => {
    const { timeline } = aCase(...events);
    const own = timeline.map((entry): Entry => ({ ...entry, cause: `${number} ${entry.cause}` }));
    return made.cases.insert({ id: number, state: projectCase(number, own), notifications: [] });
  };
  const of = (pr: string, change = {}) => opened('av2', { details: details({ pr, ...change }) });
  await put('CS0000001', of('7000000001'), { kind: 'closed', text: 'Done.', at: START + 3 * DAY });
  await put('CS0000002', of('7000000002'), escalated('av3'), {
    kind: 'closed',
    text: 'Done.',
    at: START + 20 * DAY,
  });
  // Recorded with another MSC, before a case took that of the group that holds it.
  await put('CS0000003', of('7000000003', { msc: 'distribution' }), escalated('av3'));
  const [page, figures, cases] = reportPages({ links: made.links, services: made.reports, context });
  if (page === undefined || figures === undefined || cases === undefined) throw new Error('no pages');
  const month = closedMonth(Date.parse('2026-12-05T12:00:00Z'), siteCalendar(context().calendars));
  return { ...made, state, page, figures, cases, asked: { scope: ENTERPRISE, month } };
}

const tokenOf = (link = ''): string => link.split('/').at(-1) ?? '';
const shown = async (page: Page, link?: string): Promise<[number, string]> => {
  const { status, body } = await page.show(tokenOf(link));
  if (typeof body === 'string') return [status, body];
  let text = '';
  for await (const piece of body) text += piece;
  return [status, text];
};

interface Node {
  readonly name?: string;
  readonly attribs?: Readonly<Record<string, string>>;
  readonly children?: readonly Node[];
  readonly data?: string;
}
const all = (node: Node): readonly Node[] => [node, ...(node.children ?? []).flatMap(all)];
const text = (node: Node): string => (node.data ?? '') + (node.children ?? []).map(text).join('');

describe('The page of a report', () => {
  it('has a heading for each part, a caption and scopes in each table, and one main landmark (ME-7)', async () => {
    const { page, reports, asked } = await aSite();
    const [status, body] = await shown(page, (await reports.show(asked)).links?.page);
    expect(status).toBe(200);
    const nodes = all(parseDocument(body));
    const named = (name: string) => nodes.filter((node) => node.name === name);
    expect(named('h1').map(text)).toEqual(['Report of November 2026: Enterprise']);
    expect(named('main')).toHaveLength(1);
    expect(named('script')).toEqual([]);
    const ids = new Set(nodes.flatMap(({ attribs }) => attribs?.['id'] ?? []));
    expect(
      named('a')
        .map(({ attribs }) => attribs?.['href']?.slice(1) ?? '')
        .filter((id) => !ids.has(id)),
    ).toEqual([]);
    // The finding under a picture is its name, in the words of the card of the measure.
    const findings = named('figcaption').map(text);
    expect(findings[0]).toMatch(/^Enterprise CRT .+ the goal of 85% was /u);
    expect(named('svg').map(({ attribs }) => attribs?.['aria-label'])).toEqual(findings);
    for (const section of named('section')) expect(ids).toContain(section.attribs?.['aria-labelledby']);
    expect(ids.size).toBe(nodes.filter(({ attribs }) => attribs?.['id'] !== undefined).length);
    expect(named('table').length).toBeGreaterThan(6);
    for (const table of named('table')) {
      const inside = all(table);
      expect(inside.filter(({ name }) => name === 'caption')).toHaveLength(1);
      for (const cell of inside.filter(({ name }) => name === 'th'))
        expect(cell.attribs?.['scope']).toMatch(/^(row|col)$/);
      const [head, ...rows] = inside.filter(({ name }) => name === 'tr');
      const columns = (row?: Node) =>
        row?.children?.filter(({ name }) => name === 'th' || name === 'td').length;
      expect(new Set(rows.map(columns))).toEqual(new Set([columns(head)]));
    }
    for (const svg of named('svg')) {
      expect(svg.attribs?.['role']).toBe('img');
      expect(svg.attribs?.['aria-label']).toMatch(/\S/u);
    }
  });

  it("shows the metrics and the aged cases by number, account, and their group's MSC, and nothing about a person (ME-5, ME-7, ES-1)", async () => {
    const { page, reports, asked } = await aSite();
    const [, body] = await shown(page, (await reports.show(asked)).links?.page);
    expect(body).toContain('1 of 2 cases');
    expect(body).toMatch(/<th scope="row">CS0000003<\/th><td>W25G1V<\/td><td>[^<]*<\/td><td>Aviation<\/td>/u);
    expect(body).not.toContain('CS0000001');
    expect(body).not.toMatch(/Pat Customer|pat@|av2-agent/u);
    expect(body).toContain('DLAM 3000.05 E7');
  });

  it('shows hostile text as text (ME-7)', async () => {
    const { page, reports, asked } = await aSite();
    const [, body] = await shown(page, (await reports.show(asked)).links?.page);
    expect(body).toContain('&lt;script&gt;alert(1)&lt;/script&gt;&quot;&#39; &amp; =cmd');
    expect(body).not.toContain('<script');
  });

  it('says what changed since it was posted, or that nothing did (ME-7)', async () => {
    const { page, reports, asked, state, parts } = await aSite();
    const { links } = await reports.show(asked);
    state.now += DAY;
    expect((await shown(page, links?.page))[1]).toContain("the month's numbers haven't changed since.");
    const saved = await parts.cases.get('CS0000002');
    if (saved === undefined) throw new Error('not there');
    const reopened = { kind: 'reopened', why: 'Wrong part.', at: state.now, by: 'x', cause: 'r' } as const;
    const subject = projectCase('CS0000002', [...saved.state.timeline, reopened]);
    await parts.cases.save(saved.version, { id: 'CS0000002', state: subject, notifications: [] });
    const [, body] = await shown(page, links?.page);
    expect(body).toContain('Changed since posting on 31 Jan 2027, 09:00 EST');
    expect(body).toContain('Case Resolution Time, Levels 1 to 3: 50% (1 of 2) then, 100% (1 of 1) now');
    expect(body).toContain('Case Resolution Time, Levels 2 and 3: 100% (2 of 2) then, 100% (1 of 1) now');
  });

  it('says in training on every page that nothing is real (AC-4)', async () => {
    const { page, reports, asked, state } = await aSite();
    state.environment = 'training';
    expect((await shown(page, (await reports.show(asked)).links?.page))[1]).toContain(
      'nothing here is a real case',
    );
  });
});

describe('The links of a report', () => {
  it('work for as long as the policy allows, to the millisecond, and then say what to do (ME-7)', async () => {
    const { page, figures, cases, reports, asked, state } = await aSite();
    const { links } = await reports.show(asked);
    if (links === undefined) throw new Error('no links');
    const pages = [
      [page, links.page],
      [figures, links.figures],
      [cases, links.cases],
    ] as const;
    state.now = links.until;
    for (const [of, link] of pages) expect((await shown(of, link))[0]).toBe(200);
    state.now = links.until + 1;
    for (const [of, link] of pages) {
      const [status, body] = await shown(of, link);
      expect([status, body.includes('type report with the scope and the month')]).toEqual([410, true]);
    }
  });

  it('open only what they are for, and nothing if they were changed (ME-7)', async () => {
    const { page, figures, cases, reports, asked, links: signed } = await aSite();
    const { links } = await reports.show(asked);
    if (links === undefined) throw new Error('no links');
    for (const [of, link] of [
      [page, links.figures],
      [page, links.cases],
      [figures, links.page],
      [figures, links.cases],
      [cases, links.figures],
      [cases, `${links.cases}x`],
      [cases, links.cases.replace('/report-cases/', '/report-cases/x')],
      [page, 'nothing'],
      [page, await signed.sign({ kind: 'satisfaction', id: 'CS0000001', until: Number.MAX_SAFE_INTEGER })],
    ] as const)
      expect((await shown(of, link))[0]).toBe(404);
  });

  it("to a deleted group or a person's scope open nothing (AC-5, ME-7)", async () => {
    const { page, links } = await aSite();
    for (const scope of ['group:GONE', 'person:av2-agent', 'msc:nowhere'])
      expect(
        (
          await shown(
            page,
            await links.sign({
              kind: 'report',
              id: claimText({ scope, month: '2026-11', postedAt: 0 }),
              until: Number.MAX_SAFE_INTEGER,
            }),
          )
        )[0],
      ).toBe(404);
  });

  it('to the files have their own file names, which name no customer (ME-7)', async () => {
    const { figures, cases, reports, asked } = await aSite();
    const { links } = await reports.show(asked);
    const answers = [await figures.show(tokenOf(links?.figures)), await cases.show(tokenOf(links?.cases))];
    expect(answers.map(({ type, fileName }) => [type, fileName])).toEqual([
      ['text/csv', 'report-figures-enterprise-2026-11.csv'],
      ['text/csv', 'report-cases-enterprise-2026-11.csv'],
    ]);
    const [, body] = await shown(cases, links?.cases);
    expect(body).not.toMatch(/Pat Customer|pat@|av2-agent|W25G1V/u);
    const rows = rowsOfCsv(body);
    expect(
      rows.find((row) => row['case_number'] === 'CS0000002' && row['measure_key'] === 'enterprise-crt'),
    ).toEqual({
      case_number: 'CS0000002',
      measure_key: 'enterprise-crt',
      measure_name: 'Case Resolution Time, Levels 1 to 3',
      list: 'closed/3',
      level: '3',
      priority: 'high',
      msc: 'aviation',
      group_key: 'av3',
      group_name: HOSTILE,
      opened_at: '2026-11-02T14:00:00Z',
      counted_on: '2026-11-22',
      business_days: '13.625',
      degree: '',
      met: 'no',
    });
    expect(
      rowsOfCsv((await shown(figures, links?.figures))[1]).find((row) => row['scope_key'] === 'av3'),
    ).toMatchObject({
      scope_name: HOSTILE,
      goal_met: 'no',
    });
  });
});
