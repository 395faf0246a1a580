// @ts-check

/**
 * Builds an element. Strings become text nodes, so that nothing in them is ever read as markup.
 * @template {keyof HTMLElementTagNameMap} K
 * @param {K} tag
 * @param {Readonly<Record<string, string | null>>} attributes null leaves one out
 * @param {...(Node | string | null)} children
 * @returns {HTMLElementTagNameMap[K]}
 */
export function element(tag, attributes, ...children) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value !== null) made.setAttribute(name, value);
  }
  made.append(...children.filter((child) => child !== null));
  return made;
}

/**
 * A link that leaves the page; plain text when the address is not http(s).
 * @param {string | null} url
 * @param {Readonly<Record<string, string>>} attributes
 * @param {string} text
 * @returns {HTMLElement}
 */
export function outwardLink(url, attributes, text) {
  const href = webAddress(url);
  if (href === null) return element('span', attributes, text);
  return element('a', { ...attributes, href, target: '_blank', rel: 'noopener noreferrer' }, text);
}

/**
 * @param {string | null} url
 * @returns {string | null} the address if it is absolute http(s)
 */
export function webAddress(url) {
  const parsed = url === null ? null : URL.parse(url);
  return parsed && ['http:', 'https:'].includes(parsed.protocol) ? parsed.href : null;
}

/**
 * The element of this id, which index.html has.
 * @template {HTMLElement} T
 * @param {string} id
 * @param {new () => T} type
 * @returns {T}
 */
export function byId(id, type) {
  const found = document.getElementById(id);
  if (!(found instanceof type)) throw new Error(`no ${type.name} #${id}`);
  return found;
}
