import type { Language } from './language.ts';

/** The same language, which works out a word once: an index meets each of its words many times. */
export function remembering(language: Language): Language {
  const stem = rememberedBy(language.stem);
  const isLight = rememberedBy(language.isLight);
  return { ...language, stem, isLight };
}

function rememberedBy<Outcome>(work: (word: string) => Outcome): (word: string) => Outcome {
  const known = new Map<string, Outcome>();
  return (word) => {
    let outcome = known.get(word);
    if (outcome === undefined) known.set(word, (outcome = work(word)));
    return outcome;
  };
}
