import { createPendingOffers } from '../../src/chat/pending-offers.ts';
import type { Services } from '../../src/chat/services.ts';

/** For commands that are not about feeds. */
export const NO_FEEDS: Pick<Services, 'feeds' | 'offers'> = {
  feeds: { discover: async () => ({ kind: 'refused', text: 'no feeds here' }), changed: () => undefined },
  offers: createPendingOffers(),
};
