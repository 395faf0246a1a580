const LONG_MARKS = /([\p{M}\uff9e\uff9f]{30})[\p{M}\uff9e\uff9f]+/gu;

/**
 * Cuts runs of combining marks to 30; to be called before `normalize` on text from outside. Unicode orders a run
 * in quadratic time: 80,000 marks take four seconds. UAX #15 (stream-safe text) allows 30 in a row, more than any
 * language uses.
 */
export function boundMarks(text: string): string {
  return text.replace(LONG_MARKS, '$1');
}
