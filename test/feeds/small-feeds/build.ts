import type { ParsedFeed } from '../../../src/feeds/parse.ts';
import type { ParsedItem } from '../../../src/model/article.ts';

const NAMESPACES = [
  'xmlns:dc="http://purl.org/dc/elements/1.1/"',
  'xmlns:dcterms="http://purl.org/dc/terms/"',
  'xmlns:content="http://purl.org/rss/1.0/modules/content/"',
  'xmlns:media="http://search.yahoo.com/mrss/"',
  'xmlns:itunes="http://www.itunes.com/dtds/podcast-1.0.dtd"',
  'xmlns:atom="http://www.w3.org/2005/Atom"',
  'xmlns:xhtml="http://www.w3.org/1999/xhtml"',
].join(' ');
export const ATOM = 'xmlns="http://www.w3.org/2005/Atom"';
export const ATOM_03 = 'version="0.3" xmlns="http://purl.org/atom/ns#"';
export const RDF = 'xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"';
export const OCTOBER_5 = Date.UTC(2026, 9, 5, 12);

export const rss = (item: string, channel = '', version = '2.0') =>
  `<?xml version="1.0"?><rss version="${version}" ${NAMESPACES}><channel><title>Desk</title>${channel}<item>${item}</item></channel></rss>`;
export const atom = (entry: string, feed = '', root = ATOM) =>
  `<feed ${root} ${NAMESPACES}>${feed}<entry>${entry}</entry></feed>`;
export const rdf = (item: string, channel = '', namespace = 'http://purl.org/rss/1.0/') =>
  `<rdf:RDF ${RDF} xmlns="${namespace}" ${NAMESPACES}><channel rdf:about="https://desk.example/">${channel}</channel>${item}</rdf:RDF>`;
export const json = (item: object, feed: object = {}, version = '1.1') =>
  JSON.stringify({ version: `https://jsonfeed.org/version/${version}`, title: 'Desk', ...feed, items: [item] });

/** What has to be read out of a document: of its first item, and of the feed itself. */
export type Row = readonly [name: string, document: string, item: Partial<ParsedItem>, feed?: Partial<ParsedFeed>];

export const T = '<title>T</title>';
export const T_ID = '<id>t</id><title>T</title>';
export const IMG = 'https://desk.example/i.jpg';
