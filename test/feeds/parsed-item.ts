import type { ParsedItem } from '../../src/model/article.ts';

/** An item with these fields and nothing else. */
export function parsedItem(fields: Partial<ParsedItem>): ParsedItem {
  return {
    id: null,
    title: '',
    link: null,
    published: null,
    updated: null,
    authors: [],
    categories: [],
    summary: '',
    content: '',
    language: null,
    enclosures: [],
    media: [],
    ...fields,
  };
}
