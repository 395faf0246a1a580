/** Whether two headlines are the same but for capitals, spaces and marks. */
export function isSameHeadline(one: string, other: string): boolean {
  return lettersOf(one) === lettersOf(other);
}

function lettersOf(title: string): string {
  return title.replace(/[^\p{L}\p{N}%$€£+-]/gu, '').toLowerCase();
}
