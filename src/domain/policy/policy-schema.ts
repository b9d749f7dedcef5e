import { z } from 'zod/v4';
import { isIsoDate } from '../calendar/calendar-days';

/*
 * What a site's policy file may say. Every key may be left out, an unknown one is refused, so that a typo
 * never goes unseen. A changed row without a source of its own is marked as the site's.
 */
const text = z.string().trim().min(1).max(300);
const key = z.string().regex(/^[a-z0-9][a-z0-9-]*$/, 'must be lowercase letters, digits, and hyphens');
const isoDate = z.string().refine(isIsoDate, 'must be a valid date like 2026-12-24');
const webAddress = z
  .string()
  .refine(
    (url) => URL.canParse(url) && /^https?:$/.test(new URL(url).protocol),
    'must be a web address, https://…',
  );
const source = text.optional();
const share = z.number().min(0).max(100).optional();
const days = z.number().int().min(1).max(260).optional();
const ipd = z.number().int().min(1).max(15).optional();
const calendarDays = z.number().int().min(1).max(3660).optional();
const msc = z.enum([
  'aviation',
  'land-and-maritime',
  'troop-support',
  'distribution',
  'disposition',
  'energy',
]);

const timeframe = z.strictObject({ days, source }).optional();
const newRow = z.strictObject({ days: z.number().int().min(1).max(260), source });
const band = z.strictObject({ first: ipd, last: ipd, source }).optional();
const goal = z.strictObject({ percent: share, days, source }).optional();
const shareGoal = z.strictObject({ percent: share, source }).optional();
const byPriority = <T extends z.ZodType>(row: T) =>
  z.strictObject({ emergency: row, high: row, medium: row, low: row }).optional();

const numberForm = z
  .strictObject({
    min: z.number().int().min(1).max(20).optional(),
    max: z.number().int().min(1).max(20).optional(),
    letters: z.boolean().optional(),
    source,
  })
  .optional();

const keysOnce = [
  (rows: readonly { readonly key: string }[]) => new Set(rows.map((row) => row.key)).size === rows.length,
  'has a duplicate key',
] as const;

// Either is typed for a center, so neither may stand for two.
const centersOnce = [
  (centers: readonly { readonly key: string; readonly name: string }[]) => {
    const words = centers.flatMap((center) => [...new Set([center.key, center.name.toLowerCase()])]);
    return new Set(words).size === words.length;
  },
  'has a duplicate center key or name',
] as const;

const checklistItem = z.strictObject({
  key,
  label: text,
  meets: text,
  example: text.optional(),
  quantity: z.literal(true).optional(),
  when: z.enum(['always', 'pre-award', 'post-award', 'tech-blocked', 'site-issue']).default('always'),
  input: z.enum(['finding', 'latest-note']).default('finding'),
  rule: text.default('ES-4'),
  source,
});
const checklist = z
  .array(checklistItem)
  .max(30)
  .refine(...keysOnce)
  .optional();
const checklistsOfMsc = z
  .strictObject({
    'level-1-to-2': checklist,
    'pre-award': checklist,
    'post-award': checklist,
    'distribution-center': checklist,
  })
  .optional();

/** One step of a site's policy: what it changes, and `from` which day (without it, from the beginning). */
export const policyOverride = z.strictObject({
  name: text.optional(),
  from: isoDate.optional(),
  bands: z.strictObject({ 2: byPriority(band), 3: byPriority(band) }).optional(),
  clocks: z
    .strictObject({
      assignment: z.strictObject({ 2: byPriority(timeframe), 3: byPriority(timeframe) }).optional(),
      assignmentPostAward: z
        .strictObject({ emergency: newRow, high: newRow, medium: newRow, low: newRow })
        .optional(),
      interimResponse: byPriority(timeframe),
      recurringStatus: byPriority(timeframe),
      initialUpdate: byPriority(timeframe),
      recurringUpdate: byPriority(timeframe),
      parFollowUp: z
        .strictObject({ I: timeframe, II: timeframe, III: timeframe, other: timeframe })
        .optional(),
      parClosure: timeframe,
      resolutionEnterprise: timeframe,
      resolutionLevel2And3: timeframe,
    })
    .optional(),
  numbers: z.strictObject({ pr: numberForm, par: numberForm }).optional(),
  warnAt: z.number().gt(0).lt(1).optional(),
  noteCurrencyDays: calendarDays,
  longLeadDays: calendarDays,
  checklists: z
    .strictObject({
      aviation: checklistsOfMsc,
      'land-and-maritime': checklistsOfMsc,
      'troop-support': checklistsOfMsc,
      distribution: checklistsOfMsc,
      disposition: checklistsOfMsc,
      energy: checklistsOfMsc,
    })
    .optional(),
  selfAssignment: z.array(msc).optional(),
  // So many, and so long, that a form has room for them.
  distributionCenters: z
    .array(z.strictObject({ key, name: z.string().trim().min(2).max(60) }))
    .min(1)
    .max(40)
    .refine(...centersOnce)
    .optional(),
  actionTypes: z.array(text).min(1).max(30).optional(),
  justifications: z
    .array(z.strictObject({ key, label: text, number: text.optional() }))
    .min(1)
    .max(30)
    .refine(...keysOnce)
    .optional(),
  /** A reason that is null is taken off the list. */
  reasons: z.record(key, text.nullable()).optional(),
  selfHelp: z
    .array(z.strictObject({ title: text, url: webAddress, text }))
    .max(10)
    .optional(),
  closures: z.array(z.strictObject({ date: isoDate, name: text })).optional(),
  goals: z
    .strictObject({
      enterpriseCrt: goal,
      level2And3Crt: goal,
      level2Assignment: shareGoal,
      interimResponse: shareGoal,
      level3Timeliness: shareGoal,
      satisfaction: shareGoal,
    })
    .optional(),
  noticesExpireAfterDays: z.number().int().min(1).max(3650).optional(),
  giveUpAfterHours: z.number().int().min(1).max(720).optional(),
  alertEscalation: timeframe,
  lateNoticeMinutes: z.number().int().min(1).max(1440).optional(),
  bulkThreshold: z.strictObject({ cases: z.number().int().min(2).max(1000), source }).optional(),
  satisfactionAnswer: z.strictObject({ days: z.number().int().min(1).max(365), source }).optional(),
  reportLinks: z.strictObject({ days: z.number().int().min(1).max(365), source }).optional(),
  reviewFigures: timeframe,
});
export type PolicyOverride = z.infer<typeof policyOverride>;
