import { createPendingOffers } from '../../src/chat/pending-offers.ts';
import type { Services } from '../../src/chat/services.ts';

/** For commands that are about neither feeds nor an operator's edits. */
export const NO_FEEDS: Pick<Services, 'feeds' | 'offers' | 'editor'> = {
  editor: {
    edit: () => Promise.reject(new Error('no editor here')),
    merge: () => Promise.reject(new Error('no editor here')),
  },
  feeds: { discover: async () => ({ kind: 'refused', text: 'no feeds here' }), changed: () => undefined },
  offers: createPendingOffers(),
};
