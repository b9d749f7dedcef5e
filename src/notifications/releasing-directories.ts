import type { DirectoryRegister } from '../ports/directories';
import { groupAddressKey } from './outbox/outbox-item';

/** The directory, of which whoever binds a channel also lets go what waited for it. */
export const releasingDirectories = (
  register: DirectoryRegister,
  released: (addressKey: string) => void,
): DirectoryRegister => ({
  current: () => register.current(),
  isEmpty: () => register.isEmpty(),
  load: (groups, people, at) => register.load(groups, people, at),
  bindChannel: async (key, channel) => {
    const bound = await register.bindChannel(key, channel);
    released(groupAddressKey(bound.key));
    return bound;
  },
  admit: (person, key, act) => register.admit(person, key, act),
  changeMembers: (key, act, decide) => register.changeMembers(key, act, decide),
  timeline: (key) => register.timeline(key),
  departures: () => register.departures(),
  departed: (departure) => register.departed(departure),
  choosePrimary: (person, key) => register.choosePrimary(person, key),
});
