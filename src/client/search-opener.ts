/**
 * Ctrl-K, Cmd-K and `/` open the search, and so does the link in the header: where the page holds a search, in it; elsewhere
 * in a dialog, whose script is fetched only now. Without it the link leads to the search page.
 */
import { whenIdle } from './when-idle.ts';

const link = document.querySelector<HTMLAnchorElement>('[data-search-open]');

function open(): void {
  const input = document.querySelector<HTMLInputElement>('main .search-form input');
  if (input) {
    input.focus();
    input.select();
  } else if (link) {
    const { href } = link;
    import('./search-dialog.ts')
      .then(({ openSearch }) => openSearch(href))
      .catch(() => location.assign(href));
  }
}

/** With the browser idle, the search is made ready behind the page. */
function prepare(): void {
  if (!link || document.querySelector('main .search-form')) return;
  const { href } = link;
  whenIdle(() => {
    import('./search-dialog.ts').then(({ prepareSearch }) => prepareSearch(href)).catch(() => {});
  });
}
if (document.readyState === 'complete') prepare();
else addEventListener('load', prepare);

function isSlashOn(): boolean {
  try {
    return localStorage.getItem('sidekick:slash') !== 'off';
  } catch {
    return true;
  }
}

link?.addEventListener('click', (event) => {
  if (event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  open();
});

addEventListener('keydown', (event) => {
  const { key, ctrlKey, metaKey, altKey, shiftKey, target, isComposing } = event;
  if (isComposing || event.defaultPrevented) return;
  const isK = key.toLowerCase() === 'k' && (ctrlKey || metaKey) && !altKey && !shiftKey;
  const isTyping =
    target instanceof HTMLElement && (target.isContentEditable || target.matches('input, textarea, select'));
  const isSlash = key === '/' && !ctrlKey && !metaKey && !altKey && !isTyping && isSlashOn();
  if (!isK && !isSlash) return;
  event.preventDefault();
  open();
});
