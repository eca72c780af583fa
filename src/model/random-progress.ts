/** Progress at random, for tests: what readers say, change and take back on several devices. A seed gives the same each time. */
import type { Random } from '../decisions/random-tool.ts';
import { change, say, says, takeBack, type Answer, type Progress } from './progress.ts';

const abilities = ['pathways/a/one', 'pathways/a/two-more', 'pathways/b/one'];
const texts = [
  '',
  'Done.',
  'Ünïcode ☑ “quoted” 😀',
  '<b>&amp;</b>',
  '"}]',
  'a\nb',
  '__proto__',
  'x'.repeat(300),
];

export function randomDay(random: Random): string {
  const two = (n: number) => String(n).padStart(2, '0');
  return `${2016 + random(30)}-${two(1 + random(12))}-${two(1 + random(28))}`;
}

/** Goes on from what there is. @param device tells its keys from those of others */
export function goOn(random: Random, from: Progress, device: string, steps = random(12)): Progress {
  let progress = from;
  const pick = <T>(list: readonly T[]) => list[random(list.length)]!;
  for (let i = 0; i < steps; i++) {
    const some = progress.entries.length > 0 ? pick(progress.entries).id : '';
    const did = random(4);
    if (did === 0)
      progress = change(progress, some, { note: pick(texts), who: pick(texts), on: randomDay(random) });
    else if (did === 1 && random(2) === 0) progress = takeBack(progress, some);
    else {
      const said = {
        ability: pick(abilities),
        says: pick(says),
        on: randomDay(random),
        note: pick(texts),
        who: pick(texts),
      };
      progress = say(progress, said, `${device}-${progress.entries.length}-${i}`);
    }
  }
  return progress;
}

export function randomAnswers(random: Random): Answer[] {
  return Array.from({ length: random(4) }, (_, i) => ({
    id: `answer-${random(6)}-${i}`,
    entry: 'x-1',
    ability: abilities[random(3)]!,
    is: random(2) === 0 ? ('confirmed' as const) : ('missing' as const),
    ...(random(2) === 0 && { missing: 'The number.' }),
    on: randomDay(random),
    v: 1,
  }));
}
