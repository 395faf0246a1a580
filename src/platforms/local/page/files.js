// @ts-check
import { element } from './element.js';

/**
 * @import { LocalFile } from '../api.ts'
 */

/**
 * Lets the person choose a text file.
 * @param {readonly string[]} endings
 * @returns {Promise<LocalFile | null>} null when none was chosen
 */
export async function chooseFile(endings) {
  const input = document.createElement('input');
  input.type = 'file';
  input.accept = endings.join(',');
  /** @type {Promise<File | null>} */
  const chosen = new Promise((resolve) => {
    input.addEventListener('change', () => resolve(input.files?.[0] ?? null));
    input.addEventListener('cancel', () => resolve(null));
  });
  input.click();
  const file = await chosen;
  return file && { name: file.name, content: await file.text() };
}

/**
 * @param {LocalFile & { readonly type: string }} file
 * @returns {HTMLElement}
 */
export function downloadLink({ name, type, content }) {
  const href = URL.createObjectURL(new Blob([content], { type: `${type};charset=utf-8` }));
  return element('a', { class: 'button', href, download: name }, `Save ${name}`);
}
