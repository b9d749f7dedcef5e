import type { ChecklistItem, Policy, Source, Timeframe } from './policy';
import type { PolicyOverride } from './policy-schema';

/**
 * A policy with a site's changes on top. Figures, bands, goals and reasons are changed one by one; lists (a checklist,
 * Distribution Centers, action types, justifications, self-help, closures) are replaced as a whole. What is changed bears
 * the site's source and day.
 */
export function overridePolicy(base: Policy, change: PolicyOverride): Policy {
  const stamp: Source = { source: 'Site policy', from: change.from ?? base.from };
  const row = <R extends Source>(before: R, given: Given<R> | undefined): R => revised(before, given, stamp);
  const rows = <K extends string, R extends Source>(
    before: Readonly<Record<K, R>>,
    given: { readonly [key in K]?: Given<R> | undefined } | undefined,
  ): Readonly<Record<K, R>> => mapped(before, (one, key) => row(one, given?.[key]));
  const { clocks, goals, bands } = change;
  return {
    ...base,
    name: change.name ?? base.name,
    from: stamp.from,
    bands: { 2: rows(base.bands[2], bands?.[2]), 3: rows(base.bands[3], bands?.[3]) },
    clocks: {
      assignment: {
        2: rows(base.clocks.assignment[2], clocks?.assignment?.[2]),
        3: rows(base.clocks.assignment[3], clocks?.assignment?.[3]),
      },
      ...postAward(base.clocks, clocks?.assignmentPostAward, stamp),
      interimResponse: rows(base.clocks.interimResponse, clocks?.interimResponse),
      recurringStatus: rows(base.clocks.recurringStatus, clocks?.recurringStatus),
      initialUpdate: rows(base.clocks.initialUpdate, clocks?.initialUpdate),
      recurringUpdate: rows(base.clocks.recurringUpdate, clocks?.recurringUpdate),
      parFollowUp: rows(base.clocks.parFollowUp, clocks?.parFollowUp),
      parClosure: row(base.clocks.parClosure, clocks?.parClosure),
      resolutionEnterprise: row(base.clocks.resolutionEnterprise, clocks?.resolutionEnterprise),
      resolutionLevel2And3: row(base.clocks.resolutionLevel2And3, clocks?.resolutionLevel2And3),
    },
    numbers: rows(base.numbers, change.numbers),
    warnAt: change.warnAt ?? base.warnAt,
    noteCurrencyDays: change.noteCurrencyDays ?? base.noteCurrencyDays,
    longLeadDays: change.longLeadDays ?? base.longLeadDays,
    checklists: mapped(base.checklists, (ofMsc, msc) =>
      mapped(ofMsc, (items, direction) => {
        const given = change.checklists?.[msc]?.[direction];
        return given === undefined
          ? items
          : given.map(({ example, quantity, ...item }): ChecklistItem => ({
              ...item,
              ...(example === undefined ? {} : { example }),
              ...(quantity === undefined ? {} : { quantity }),
              ...sourceOf(item, stamp),
            }));
      }),
    ),
    selfAssignment: change.selfAssignment ?? base.selfAssignment,
    distributionCenters: change.distributionCenters ?? base.distributionCenters,
    actionTypes: change.actionTypes ?? base.actionTypes,
    justifications:
      change.justifications?.map(({ key, label, number }) =>
        number === undefined ? { key, label } : { key, label, number },
      ) ?? base.justifications,
    reasons: reasonsOf(base.reasons, change.reasons),
    selfHelp: change.selfHelp ?? base.selfHelp,
    closures: change.closures ?? base.closures,
    goals: {
      enterpriseCrt: row(base.goals.enterpriseCrt, goals?.enterpriseCrt),
      level2And3Crt: row(base.goals.level2And3Crt, goals?.level2And3Crt),
      level2Assignment: row(base.goals.level2Assignment, goals?.level2Assignment),
      interimResponse: row(base.goals.interimResponse, goals?.interimResponse),
      level3Timeliness: row(base.goals.level3Timeliness, goals?.level3Timeliness),
      satisfaction: row(base.goals.satisfaction, goals?.satisfaction),
    },
    noticesExpireAfterDays: change.noticesExpireAfterDays ?? base.noticesExpireAfterDays,
    giveUpAfterHours: change.giveUpAfterHours ?? base.giveUpAfterHours,
    alertEscalation: row(base.alertEscalation, change.alertEscalation),
    lateNoticeMinutes: change.lateNoticeMinutes ?? base.lateNoticeMinutes,
    bulkThreshold: row(base.bulkThreshold, change.bulkThreshold),
    satisfactionAnswer: row(base.satisfactionAnswer, change.satisfactionAnswer),
    reportLinks: row(base.reportLinks, change.reportLinks),
    reviewFigures: row(base.reviewFigures, change.reviewFigures),
  };
}

/** The one table that the manual has no row of: a site gives the whole of it or none (rule AS-2). */
function postAward(
  { assignmentPostAward: before }: Policy['clocks'],
  given: NonNullable<PolicyOverride['clocks']>['assignmentPostAward'],
  stamp: Source,
): Pick<Policy['clocks'], 'assignmentPostAward'> {
  if (given === undefined) return before === undefined ? {} : { assignmentPostAward: before };
  const row = ({ days, source = stamp.source }: (typeof given)['low']): Timeframe => ({
    ...stamp,
    days,
    source,
  });
  const { emergency, high, medium, low } = given;
  return {
    assignmentPostAward: {
      emergency: row(emergency),
      high: row(high),
      medium: row(medium),
      low: row(low),
    },
  };
}

/** What a site may give of a row. */
type Given<R extends Source> = { readonly [key in Exclude<keyof R, 'from'>]?: R[key] | undefined };

function revised<R extends Source>(before: R, given: Given<R> | undefined, stamp: Source): R {
  if (given === undefined) return before;
  const said = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined));
  return { ...before, ...stamp, ...said };
}

const sourceOf = (given: { readonly source?: string | undefined }, stamp: Source): Source => ({
  source: given.source ?? stamp.source,
  from: stamp.from,
});

function mapped<K extends string, V>(
  record: Readonly<Record<K, V>>,
  change: (value: V, key: K) => V,
): Readonly<Record<K, V>> {
  const entries = Object.entries(record) as [K, V][];
  return Object.fromEntries(entries.map(([key, value]) => [key, change(value, key)])) as Record<K, V>;
}

function reasonsOf(base: Policy['reasons'], given: PolicyOverride['reasons']): Policy['reasons'] {
  const all = Object.entries({ ...base, ...given });
  return Object.fromEntries(all.flatMap(([key, label]) => (label === null ? [] : [[key, label]])));
}
