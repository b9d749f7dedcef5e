import type { DirectoryRegister } from '../ports/directories';
import { groupAddressKey } from './outbox-item';

/** The directory, of which whoever binds a channel also lets go what waited for it. */
export const releasingDirectories = (
  register: DirectoryRegister,
  released: (addressKey: string) => void,
): DirectoryRegister => ({
  current: () => register.current(),
  isEmpty: () => register.isEmpty(),
  load: (groups, people) => register.load(groups, people),
  bindChannel: async (key, channel) => {
    const bound = await register.bindChannel(key, channel);
    released(groupAddressKey(bound.key));
    return bound;
  },
  admit: (person, key) => register.admit(person, key),
  choosePrimary: (person, key) => register.choosePrimary(person, key),
});
