import { caseDecision, happens } from '../decision';
import { LINK_LIMITS, readLink } from '../link';

/**
 * Attaches a document to the case as a link, since bots exchange no files in government clouds; it stays with the case
 * whoever holds it (rule AS-4). Fields: `link`, `title` (may be empty).
 */
export const decideAttach = caseDecision('case.attach', (subject, form) => {
  const link = form.required('link', 'Enter the link to the document.', readLink);
  const title = form.line('title', 'The title', LINK_LIMITS.title);
  const read = form.complete({ link });
  if (!read.ok) return read;
  return happens({ kind: 'attached', url: read.value.link, ...(title === undefined ? {} : { title }) });
});
