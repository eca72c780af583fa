/** The search in a dialog over the page. Its form and words come from the search page, so that no other page carries them. */
import sheet from '../styles/search.css?url';
import type { SearchBox } from './search-box.ts';
import './search-box.ts';

let dialog: Promise<HTMLDialogElement> | undefined;

/** @param address of the search page */
export async function openSearch(address: string): Promise<void> {
  const opened = await readyDialog(address);
  if (!opened.open) opened.showModal();
  opened.querySelector('input')?.select();
}

/** Makes the dialog ahead of the first key, closed, and fetches the answer index. Failing now is no error. */
export async function prepareSearch(address: string): Promise<void> {
  const made = await readyDialog(address);
  made.querySelector<SearchBox>('search-box')?.prepare();
}

function readyDialog(address: string): Promise<HTMLDialogElement> {
  dialog ??= makeDialog(address).catch((error: unknown) => {
    dialog = undefined;
    throw error;
  });
  return dialog;
}

async function makeDialog(address: string): Promise<HTMLDialogElement> {
  const [response] = await Promise.all([fetch(address), loadSheet()]);
  const page = new DOMParser().parseFromString(await response.text(), 'text/html');
  const template = page.querySelector<HTMLTemplateElement>('template#search-in-dialog');
  if (!template) throw new Error('The search page holds no search for a dialog.');
  const made = document.createElement('dialog');
  made.className = 'search-dialog';
  made.ariaLabel = template.content.querySelector('label')?.textContent ?? '';
  made.append(document.importNode(template.content, true));
  made.addEventListener('click', (event) => {
    // A click on the dialog itself and not on what it holds is one on the ground behind it.
    if (event.target === made) made.close();
  });
  document.body.append(made);
  return made;
}

/** By hand: a sheet imported by a script would be put before the first paint of every page. */
function loadSheet(): Promise<void> {
  const link = document.createElement('link');
  link.rel = 'stylesheet';
  link.href = sheet;
  return new Promise((resolve, reject) => {
    link.addEventListener('load', () => resolve());
    link.addEventListener('error', reject);
    document.head.append(link);
  });
}
