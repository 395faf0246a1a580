/** Chat + filter + mode + limits. */
export interface Subscription {
  readonly id: number;
  readonly chatId: number;
  /** Its name in the chat: `/unsubscribe 2`. */
  readonly number: number;
  readonly filterId: number;
  /** Canonical text of the filter. */
  readonly filter: string;
  readonly mode: 'instant' | 'digest';
  /** Cards an hour and a day; what is over goes into one summary card. */
  readonly capHour: number;
  readonly capDay: number;
  readonly createdAt: number;
}
