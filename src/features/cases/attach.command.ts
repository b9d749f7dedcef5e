import { caseAction } from '../../commands/cases/case-action';
import { caseThen } from '../../commands/cases/case-number';
import { text, oneSection } from '../../commands/forms/fields';
import { decideAttach } from '../../domain/cases/decisions/decide-attach';
import { LINK_LIMITS } from '../../domain/cases/link';

const caseAndRest = caseThen('rest');

/** The case, the link (which has no spaces) and what follows as its title. */
function read(line: string): Record<string, string> {
  const { rest = '', ...given } = caseAndRest(line);
  const [link = '', ...title] = rest.trim().split(/\s+/u);
  return {
    ...given,
    ...(link === '' ? {} : { link }),
    ...(title.length === 0 ? {} : { title: title.join(' ') }),
  };
}

/** Attaches a link to a document, with a title (rule AS-4). */
export const attachCommand = caseAction({
  action: 'case.attach',
  area: 'Cases',
  typed: {
    words: ['attach link', 'attach'],
    usage: 'attach CS0000001 <https link> [title]',
    summary: 'Attaches a link to a document, with a title.',
    example: 'attach CS0000012 https://files.example.mil/quote.pdf Quote of 3 March',
    freeText: 'title',
    read,
  },
  form: ({ number }, given) => ({
    title: `Attach a link to ${number}`,
    intro: 'Store the document where everyone working the case can open it, and enter its link here.',
    sections: oneSection(
      text(given, 'link', 'Link', {
        required: true,
        maxLength: LINK_LIMITS.link,
        placeholder: 'https://files.example.mil/quote.pdf',
      }),
      text(given, 'title', 'Title', { maxLength: LINK_LIMITS.title, hint: 'What the document is.' }),
    ),
  }),
  addsOnly: true,
  decide: decideAttach,
  confirmation: () => 'Your link was attached.',
});
