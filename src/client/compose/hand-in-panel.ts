/** The buttons at the end: one main way, the others quiet, and before them what happens next. */
import type { Settings } from '../../content/settings.ts';
import { waysToHandIn, type HandIn, type Way } from '../../model/hand-in.ts';
import { fill } from '../../model/words.ts';
import { make } from '../make.ts';
import { saveFile } from '../save-file.ts';

/** @param say tells what came of a press; @param complete whether the check found nothing to mend */
export function drawWays(
  place: HTMLElement,
  draft: HandIn,
  { site, words }: Settings,
  complete: boolean,
  say: (text: string) => void,
): void {
  const ways = waysToHandIn(site, draft).filter((way) => complete || way.kind !== 'host');
  const [best, ...others] = ways;
  if (!best) return;
  const draw = (way: Way, look: string) => drawWay(way, look, draft, words.compose, say);
  const isQuiet = !complete || best.kind === 'copy';
  const next = nextSteps(best, words.compose);
  place.replaceChildren(
    ...(complete ? [make('p', {}, [next, ' ', fill(words.report.promise, site.promise)])] : []),
    ...(!complete && best.kind === 'channel' ? [make('p', {}, words.compose.unfinished)] : []),
    make('div', { class: 'row ways' }, [
      ...(isQuiet ? [] : [draw(best, 'button')]),
      ...(isQuiet ? ways : others).map((way) => draw(way, 'link-button')),
    ]),
  );
}

function nextSteps(way: Way, words: Settings['words']['compose']): string {
  if (way.kind === 'host') return way.paste ? words.nextPaste : words.nextFilled;
  return way.kind === 'channel' ? words.nextChannel : words.nextNobody;
}

function drawWay(
  way: Way,
  look: string,
  { text }: HandIn,
  words: Settings['words']['compose'],
  say: (text: string) => void,
): HTMLElement {
  if (way.kind === 'copy') {
    const button = make('button', { type: 'button', class: look }, words.copy);
    button.addEventListener('click', () => void copy(text, words, say));
    return button;
  }
  if (way.kind === 'download') {
    const button = make('button', { type: 'button', class: look }, fill(words.download, { name: way.name }));
    button.addEventListener('click', () => saveFile(way.name, 'text/markdown', text));
    return button;
  }
  const labels = way.kind === 'host' ? [words.propose, words.copyAndOpen] : [words.send, words.copyAndSend];
  const isMail = way.href.startsWith('mailto:');
  const link = make(
    'a',
    { href: way.href, class: look, ...(!isMail && { target: '_blank', rel: 'noopener external' }) },
    labels[way.paste ? 1 : 0]!,
  );
  if (way.paste) link.addEventListener('click', copyFirst);
  return link;

  /** The text has to be on the clipboard before the other window takes the focus. Where it can't be, a second press goes on without. */
  function copyFirst(event: Event): void {
    event.preventDefault();
    link.removeEventListener('click', copyFirst);
    void copy(text, words, say).then((done) => done && link.click());
  }
}

async function copy(
  text: string,
  words: Settings['words']['compose'],
  say: (text: string) => void,
): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    say(words.copied);
    return true;
  } catch {
    say(words.notCopied);
    return false;
  }
}
