import { happens, mayNow, type Decision } from '../decision';
import { LINK_LIMITS, readLink } from '../link';
import { TypedForm } from '../../kernel/text/typed-form';

/**
 * Attaches a document to the case as a link, since bots exchange no files in government clouds; it stays with the case
 * whoever holds it (rule AS-4). Fields: `link`, `title` (may be empty).
 */
export const decideAttach: Decision = (subject, typed, by, context) => {
  const may = mayNow('case.attach', subject, by, context);
  if (!may.ok) return may;
  const form = new TypedForm(typed);
  const link = form.required('link', 'Give the link of the document.', readLink);
  const title = form.line('title', 'The title', LINK_LIMITS.title);
  const read = form.complete({ link });
  if (!read.ok) return read;
  return happens({ kind: 'attached', url: read.value.link, ...(title === undefined ? {} : { title }) });
};
