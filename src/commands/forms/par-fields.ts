import type { Field } from '../../cards/shared/card-value';
import type { Par } from '../../domain/cases/timeline';
import { IPG_NAMES, PAR_KINDS } from '../../domain/cases/escalation/read-par';
import { choice, choicesOf, text, type Given } from './fields';

/** The fields of a PAR, prefilled with what is known of it. */
export function parFields(given: Given, known: Partial<Par> = {}, required = true): Field[] {
  const { number = '', kind = '', ipg = '' } = known;
  return [
    text(given, 'parNumber', 'PAR number', { required, maxLength: 40, otherwise: number }),
    choice(given, 'parKind', 'Kind of PAR', { required, choices: choicesOf(PAR_KINDS), otherwise: kind }),
    choice(given, 'parIpg', 'IPG', { required, choices: choicesOf(IPG_NAMES), otherwise: ipg }),
  ];
}
