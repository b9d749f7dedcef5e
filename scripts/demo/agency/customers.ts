import type { Account, Contact } from '../../../src/domain/cases/details/details';
import type { Chances } from './story/chances';
import { nthName } from './colleagues';

/** A customer of the agency: their organization, its name, and its people. All invented. */
export interface Customer {
  readonly account: Account;
  readonly name: string;
  readonly contacts: readonly Contact[];
}

const PLACES = ['Amberfield', 'Bramblewick', 'Coldharrow', 'Dunmarsh', 'Eastmere', 'Foxglen', 'Greywater', 'Hollowford', 'Ironvale', 'Kestrel Point', 'Longbarrow', 'Mistral Bay', 'Northhaven', 'Otterbrook', 'Pinecrest']; // prettier-ignore
const KINDS = ['Aviation Maintenance', 'Supply Support', 'Motor Pool', 'Fleet Readiness', 'Medical Logistics', 'Engineer Stores', 'Signal Stores', 'Repair Depot', 'Shipyard Stores', 'Training Center', 'Flight Line', 'Field Support']; // prettier-ignore
const CONTACTS = 3;

const code = (nth: number, places: number): string => String(nth).padStart(places, '0');

/** One in ten is known by a CAGE, one in twenty by a UEI; the others by a DoDAAC. */
function accountOf(nth: number): Account {
  if (nth % 20 === 19) return { kind: 'UEI', code: `XXEXAMPLE${code(nth, 3)}` };
  return nth % 10 === 4
    ? { kind: 'CAGE', code: `0X${code(nth, 3)}` }
    : { kind: 'DoDAAC', code: `XX${code(nth, 4)}` };
}

/** The agency's customers: as many organizations as there are places and kinds, three people each. */
export function customersOf(chances: Chances): readonly Customer[] {
  return PLACES.flatMap((place, row) =>
    KINDS.map((kind, column): Customer => {
      const nth = row * KINDS.length + column;
      const domain = `${place.toLowerCase().replaceAll(' ', '-')}.example.mil`;
      const contacts = Array.from({ length: CONTACTS }, (_, which): Contact => {
        const { first, last } = nthName(nth * 7 + which * 11 + 3);
        const phone = `+1 555 01${code((nth * CONTACTS + which) % 100, 2)} ext. ${1000 + nth * CONTACTS + which}`;
        const name = `${first} ${last}`;
        // Some are reached by telephone alone.
        if (chances.happens(0.08)) return { name, phone };
        const email = `${first}.${last}.${nth}@${domain}`.toLowerCase();
        return chances.happens(0.5) ? { name, email, phone } : { name, email };
      });
      return { account: accountOf(nth), name: `${place} ${kind}`, contacts };
    }),
  );
}
