import { after, entry, NEW_CASE } from '../examples/example-cases';
import { IDS, worldAt } from '../examples/example-context';
import { finalText, interimText, statusText } from '../../../src/cards/cases/customer-text';
import { renderCard } from '../../../src/cards/shared/render';
import type { Case } from '../../../src/domain/cases/case';
import type { CaseEvent } from '../../../src/domain/cases/timeline';
import { nodesOf, textOf } from '../../support/card-nodes';

const at = '2026-11-24T10:00:00-05:00';
const happened = (...events: readonly CaseEvent[]): Case =>
  after(
    NEW_CASE,
    ...events.map((each) => entry(at, each.kind.startsWith('mail') ? 'casekeeper' : IDS.agent, each)),
  );
const shown = (of: Case): string =>
  textOf(renderCard({ card: 'case', case: of, audience: 'person' }, worldAt()).content);
const buttonsOf = (content: object): unknown[] =>
  nodesOf(content)
    .filter(({ type }) => type === 'Action.Execute')
    .map(({ title }) => title);
const titles = (of: Case): unknown[] =>
  buttonsOf(renderCard({ card: 'case', case: of, audience: 'person' }, worldAt()).content);

const subject = 'Case CS0000012: status of your inquiry';
const status: CaseEvent = {
  kind: 'status-sent',
  text: 'It ships on Friday.',
  word: { by: 'email', to: 'dana@example.mil', subject },
};
const refusal: CaseEvent = { kind: 'mail-refused', of: 1, why: 'refused', said: '550 <at>No</at> such user' };

describe('An email on the case card', () => {
  it('is shown as not sent until the mail server has accepted it', () => {
    expect(shown(happened(status))).toContain('Email to dana@example.mil: not sent yet');
    expect(shown(happened(status))).toContain('Status to the customer by email');
  });

  it('is shown as sent, with the time', () => {
    const text = shown(happened(status, { kind: 'mail-sent', of: 1 }));
    expect(text).toContain('Email to dana@example.mil: sent Tue 24 Nov, 10:00 EST');
    expect(text).not.toContain('not sent yet');
  });

  it("is shown as refused with the server's words made safe, what to do, and the button for it (CL-3)", () => {
    const refused = happened(status, refusal);
    const text = shown(refused);
    expect(text).toContain('Email to the customer rejected by the mail server');
    expect(text).toContain('550 ‹at>No‹/at> such user');
    expect(text).toContain(`To dana@example.mil: ${subject}`);
    expect(text).toContain('press Send again');
    expect(titles(refused)).toContain('Send again');
    const again = happened(status, refusal, {
      kind: 'word-repeated',
      of: 1,
      text: 'x',
      word: { by: 'telephone' },
    });
    expect(shown(again)).not.toContain('press Send again');
    expect(shown(again)).toContain('Repeated message given to the customer by phone');
    expect(titles(again)).not.toContain('Send again');
  });

  it('is shown as undelivered once sending it has been given up', () => {
    expect(shown(happened(status, { kind: 'mail-refused', of: 1, why: 'given-up' }))).toContain(
      "couldn't be sent; Casekeeper stopped trying",
    );
  });

  it('is not shown if the message was given by phone', () => {
    const text = shown(happened({ kind: 'interim-sent', text: 'Told.', word: { by: 'telephone' } }));
    expect(text).toContain('Interim response given to the customer by phone');
    expect(text).not.toContain('not sent yet');
  });

  it('is not shown if its writer sent it themselves, with the writer and the recipient instead (CK-1)', () => {
    const word = { by: 'own-mail', to: 'dana@example.mil', subject } as const;
    const text = shown(happened({ ...status, word }));
    expect(text).toContain('Status sent by Jordan Ellis, confirmed');
    expect(text).toContain(`To dana@example.mil: ${subject}`);
    expect(text).not.toMatch(/by email|not sent/);
    const closed = { kind: 'closed', text: 'x', word, longLead: { reason: 'x', askedBy: 'x' } } as const;
    expect(shown(happened(closed))).toContain(
      'Closing approved: final resolution sent by Jordan Ellis, confirmed',
    );
  });

  it('is shown as not sent if the site has no mail server, with what to do, until it is sent (CK-1)', () => {
    const unsent: CaseEvent = { kind: 'mail-not-sent', of: 1 };
    const text = shown(happened(status, unsent));
    expect(text).toContain('Email to dana@example.mil: not sent, the site has no mail server');
    expect(text).toContain("It doesn't count. What to do: press Send again");
    expect(titles(happened(status, unsent))).toContain('Send again');
    const card = {
      card: 'case-notification',
      case: happened(status, unsent),
      entry: 2,
      reader: IDS.agent,
    } as const;
    expect(buttonsOf(renderCard(card, worldAt()).content)).toEqual(['Open case', 'Send again']);
    const sent = happened(status, unsent, { kind: 'mail-sent', of: 1 });
    expect(shown(sent)).toContain('Email to dana@example.mil: sent Tue 24 Nov');
    expect(shown(sent)).not.toContain('What to do');
    expect(titles(sent)).not.toContain('Send again');
  });

  it('brings its writer a notification with what to do', () => {
    const card = {
      card: 'case-notification',
      case: happened(status, refusal),
      entry: 2,
      reader: IDS.agent,
    } as const;
    const { content, summary } = renderCard(card, worldAt());
    expect(textOf(content)).toContain('What to do');
    expect(summary).toContain('CS0000012: Email to the customer rejected by the mail server');
    expect(buttonsOf(content)).toEqual(['Open case', 'Send again']);
  });

  it('is sent again once, and then its card asks for nothing more', () => {
    const again: CaseEvent = { kind: 'word-repeated', of: 1, text: 'x', word: { by: 'telephone' } };
    const of = happened(status, refusal, again);
    const { content } = renderCard(
      { card: 'case-notification', case: of, entry: 2, reader: IDS.agent },
      worldAt(),
    );
    expect(buttonsOf(content)).toEqual(['Open case']);
  });

  it('that was accepted is shown with its message, and leaves room on the case card for other entries', () => {
    const text = shown(happened(status, { kind: 'mail-sent', of: 1 }));
    expect(text).toContain(': sent ');
    expect(text).not.toContain('accepted by the mail server');
  });
});

describe('The suggested text of a message', () => {
  const context = worldAt('2026-11-24T10:00:00-05:00');
  const all = (of: Case) => [interimText(of, context), statusText(of, context), finalText(of, context)];

  it('greets by name, gives the case number, and ends with the group', () => {
    for (const text of all(NEW_CASE)) {
      expect(text).toContain('Dear TSgt Dana Whitfield,');
      expect(text).toContain('CS0000012');
      expect(text.endsWith('Respectfully,\nAviation Customer Operations')).toBe(true);
    }
  });

  it('is signed by the Level 2 group while Level 3 works the case (CK-2)', () => {
    const away = happened({
      ...{ kind: 'escalated', direction: 'pre-award', group: 'L3-AVN', level: 3 },
      ...{ action: 'PR Expedite', findings: [], justification: [] },
    });
    for (const text of all(away))
      expect(text.endsWith('Respectfully,\nAviation Customer Operations')).toBe(true);
  });

  it('for a status has what Level 3 reported last, and when the next one comes, counted from this one (CK-2)', () => {
    const update: CaseEvent = {
      kind: 'quality-update',
      bluf: 'Two quotes are in.',
      quotes: 'Vendor A 10 USD',
      dateKind: 'EAD',
      date: '2026-12-09',
    };
    const text = statusText(happened(update), context);
    expect(text).toContain('Two quotes are in.\nEstimated award date: Wed 9 Dec 2026.');
    // High: ten business days from Tuesday 24 November, Thanksgiving left out.
    expect(text).toContain('by Wed 9 Dec 2026');
    // Quotes may not be released (rule L3-4).
    expect(text).not.toContain('Vendor A');
  });

  it('on a weekend promises the last business day, as the card does, and no Sunday (BT-2, CK-2)', () => {
    const saturday = worldAt('2026-11-28T12:00:00-05:00');
    // Ten business days from the Monday on end with Friday 11 December.
    expect(statusText(NEW_CASE, saturday)).toContain('the next status by Fri 11 Dec 2026.');
  });

  it.each([
    ['delivery-date', 'We gave you the delivery date for your order'],
    ['expedite-answer', 'We answered your request to expedite the order'],
    ['proof-of-delivery', 'We gave you the proof of delivery you asked for'],
    ['catalog', 'We answered your question about the catalog'],
    ['not-procurable', 'We cannot supply the item as ordered'],
    ['other', 'We gave you the information you asked for'],
    [undefined, 'We gave you the information you asked for'],
  ])(
    "for a final resolution says what %s gave the customer, without the staff's notes (CL-1, CL-3)",
    (resolution, said) => {
      const notes = 'The customer has the date of delivery.';
      const text = finalText(
        happened({ kind: 'resolved', notes, ...(resolution === undefined ? {} : { resolution }) }),
        context,
      );
      expect(text).toMatch(new RegExp(`is resolved\\.\\n.*${said}`, 'u'));
      expect(text).not.toContain(notes);
    },
  );

  it('for a final resolution includes its date (CL-1)', () => {
    const dated = (resolution: string) =>
      finalText(happened({ kind: 'resolved', notes: 'x', resolution, date: '2026-12-04' }), context);
    expect(dated('delivery-date')).toContain('Expected delivery: Fri 4 Dec 2026.');
    expect(dated('other')).toContain('The date we gave you is Fri 4 Dec 2026.');
  });

  it('puts the greeting and the closing around what was typed (CK-1, CK-2, CL-3)', () => {
    for (const write of [interimText, statusText, finalText]) {
      const text = write(NEW_CASE, context, 'It ships on Friday.');
      const [before, after = ''] = text.split('\nIt ships on Friday.\n');
      expect(before).toMatch(/^Dear TSgt Dana Whitfield,\n\n.*CS0000012/u);
      expect(after).toMatch(
        /Please include case number CS0000012 [^]*Respectfully,\nAviation Customer Operations$/u,
      );
    }
  });
});
