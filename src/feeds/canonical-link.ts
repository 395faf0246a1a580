/** Parameters that tell who sent the reader, never which article it is. */
const TRACKING = new Set(
  (
    'mod oc cmpid cmp ref ref_src ref_url referrer referer src source rss feed_id guccounter guce_referrer ' +
    'guce_referrer_sig fbclid gclid dclid gbraid wbraid msclkid twclid yclid igshid mc_cid mc_eid mkt_tok _hsenc _hsmi ' +
    'ncid ocid sref srnd smid smtyp partner ito taid tsrc .tsrc yptr siteid xtor s_cid wt_mc icid intcmp ' +
    'leadsource traffic_source __source __twitter_impression amp outputtype at_medium at_campaign'
  ).split(' '),
);
const TRACKING_PREFIX = /^(?:utm|pk|mtm|hsa|ns|vero|oly)_/;

/**
 * The form of a link that two addresses of one article share: host in lower case without `www.`, no scheme,
 * credentials, default port, fragment, tracking parameters or trailing slash; other parameters sorted.
 * For comparing only, it leads nowhere. Text that is no web address comes back trimmed.
 */
export function canonicalLink(url: string): string {
  const parsed = URL.parse(url.trim());
  if (!parsed || (parsed.protocol !== 'http:' && parsed.protocol !== 'https:')) return url.trim();
  const kept = [...parsed.searchParams].filter(([name]) => !isTracking(name.toLowerCase()));
  const query = new URLSearchParams(kept);
  query.sort();
  const host = parsed.host.replace(/^www\./, '').replace(/:(?:80|443)$/, '');
  const path = parsed.pathname.replace(/(?<!\/)\/+$/, '');
  return `${host}${path}${kept.length > 0 ? `?${query.toString()}` : ''}`;
}

function isTracking(name: string): boolean {
  return TRACKING.has(name) || TRACKING_PREFIX.test(name);
}
