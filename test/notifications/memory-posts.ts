import type { RecordRef } from '../../src/domain/kernel/notification';
import type { Post, PostRegister } from '../../src/ports/conversations';

const samePlace = (a: Post, b: Post): boolean =>
  a.activityId === b.activityId && a.address.conversationId === b.address.conversationId;

/** The cards that stand somewhere, in memory. */
export function memoryPosts(): PostRegister & { all: Post[] } {
  const without = (post: Post): Post[] => self.all.filter((one) => !samePlace(one, post));
  const keep = (all: Post[]): Promise<void> => {
    self.all = all;
    return Promise.resolve();
  };
  const self = {
    all: [] as Post[],
    put: (post: Post) => keep([...without(post), post]),
    ofRecord: ({ id }: RecordRef) => Promise.resolve(self.all.filter(({ about }) => about.id === id)),
    remove: (post: Post) => keep(without(post)),
  };
  return self;
}
