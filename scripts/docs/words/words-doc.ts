import { readdirSync, readFileSync } from 'node:fs';
import { join, sep } from 'node:path';
import { sentencesInCard } from './sentences-in-card';
import { sentencesInSource } from './sentences-in-source';
import type { Reader } from './sentences-in-source';

const INTRO = `# Every sentence that Casekeeper can say

Made from the sources by \`npm run docs\`; a test holds it to them. Read it from top to bottom: it is one line for each sentence, label, or part of one, by folder and file. \`…\` is what is filled in, \`{one|other}\` a choice; \`{and more|}\` may be missing.
`;

/** The parts of the product in the order in which the document has them; a folder that is not named here comes after. */
const PARTS: Readonly<Record<string, string>> = {
  features: 'Commands of',
  commands: 'All commands',
  cards: 'Cards of',
  domain: 'Rules of',
  notifications: 'Notifications',
  plans: 'Action plans',
  reports: 'Reports',
  metrics: 'Metrics',
  charts: 'Charts',
  web: 'Pages and answers to other programs',
  teams: 'Answers in Teams',
  app: 'Settings and start',
};
const ORDER = Object.keys(PARTS);

interface Said {
  /** The heading that it stands under, and the file from there. */
  readonly area: string;
  readonly file: string;
  readonly sentences: readonly string[];
}

/** Folders that hold what all areas of their part share. */
const GENERAL: ReadonlySet<string> = new Set(['shared', 'kernel']);

/** Under which heading a file of src/ stands: by its first folder, or by two where each of them is an area. */
function placeOf(path: string): Pick<Said, 'area' | 'file'> {
  const [part = '', ...within] = path.split('/');
  const [area = ''] = within;
  const name = PARTS[part] ?? `${part.charAt(0).toUpperCase()}${part.slice(1)}`;
  if (!name.endsWith(' of')) return { area: name, file: within.join('/') };
  return within.length === 1 || GENERAL.has(area)
    ? { area: name.replace(' of', ' in general'), file: within.at(-1) ?? '' }
    : { area: `${name} ${area.replaceAll('-', ' ')}`, file: within.slice(1).join('/') };
}

/** The engines of the store, telemetry, styles and bytes of pictures say nothing to people; the last knows what they say. */
const SILENT =
  /^(?:storage|observability)\/|-style\.ts$|^charts\/png\.ts$|^commands\/lines\/polite-words\.ts$/u;

const rankOf = (path: string): number => {
  const rank = ORDER.indexOf(path.split('/')[0] ?? '');
  return rank < 0 ? ORDER.length : rank;
};

/** The files of a folder in one order on every system. */
const filesOf = (folder: string, ending: string): readonly string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith(ending))
    .map((file) => file.replaceAll(sep, '/'))
    .sort((a, b) => rankOf(a) - rankOf(b) || (a < b ? -1 : 1));

function section(title: string, said: readonly Said[]): string {
  const files = said.map(({ file, sentences }) => `### ${file}\n\n${sentences.map(lineOf).join('\n')}\n`);
  return files.length === 0 ? '' : `\n## ${title}\n\n${files.join('\n')}`;
}

/** A sentence as it is, also where a page would take a part of it for markup. */
const lineOf = (sentence: string): string => `- ${sentence.replace(/[\\`*_<[]/gu, '\\$&')}`;

/** docs/words.md as it should stand. */
export function wordsDoc(root: string): string {
  const sources = filesOf(join(root, 'src'), '.ts').map((path) => ({
    path,
    ...placeOf(path),
    found: sentencesInSource(path, readFileSync(join(root, 'src', path), 'utf8')),
  }));
  const saidTo = (reader: Reader): readonly Said[] =>
    sources
      .filter(({ path, found }) => found[reader].size > 0 && (reader !== 'people' || !SILENT.test(path)))
      .map(({ path, area, file, found }) => ({
        area,
        file: reader === 'people' ? file : path,
        sentences: [...found[reader]],
      }));
  const people = saidTo('people');
  const areas = [...new Set(people.map(({ area }) => area))];
  const templates = filesOf(join(root, 'cards'), '.json').map((file) => ({ folder: 'cards', file }));
  const json = (area: string, files: readonly { readonly folder: string; readonly file: string }[]): string =>
    section(
      area,
      files
        .map(({ folder, file }) => ({
          area,
          file,
          sentences: [...sentencesInCard(JSON.parse(readFileSync(join(root, folder, file), 'utf8')))],
        }))
        .filter(({ sentences }) => sentences.length > 0),
    );
  return [
    INTRO,
    ...areas.map((name) =>
      section(
        name,
        people.filter(({ area }) => area === name),
      ),
    ),
    json('Templates of cards', templates),
    json('The app in Teams', [{ folder: 'appPackage', file: 'manifest.json' }]),
    section('Log messages', saidTo('log')),
    section('Faults, which the log has with their reference', saidTo('fault')),
  ].join('');
}
