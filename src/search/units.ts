/** The titles and asks of a page, one by one: which of them a query comes near to. */
import type { Language } from './languages/language.ts';

/** One thing that a page says it answers: its title, or an ask. */
export interface Unit {
  /** As its spelling is compared. */
  text: string;
  terms: string[];
  /** The telling and the light words together. */
  weight: number;
  /** Its place among all spellings of the index. */
  place: number;
}

/** A word that many sentences hold. */
export const lightShare = 0.5;

/** Concepts stand beside the words that name them and must not count twice. */
export function unitWeight(term: string, language: Language): number {
  if (isConcept(term)) return 0;
  return language.isLight(term) ? lightShare : 1;
}

/** Whether a term is a group of synonyms and no stem. */
export function isConcept(term: string): boolean {
  return term.startsWith('~');
}

/** Term → the words of the query for which it can stand, and how surely. */
export type Meanings = Map<string, { word: number; trust: number }[]>;

/** How near the titles and asks of a page come to a query. */
export interface Nearness {
  /** The nearest. */
  unit: Unit;
  /** 0 to 1: the harmonic mean of the share of the query that it holds, and the share of it that the query holds. */
  near: number;
  /** The mean of the next ones: they bear it out, as one may hold the words by chance. */
  support: number;
}

/** As many after the nearest bear it out. */
const supporting = 5;

/**
 * @param weights of the query's words
 * @param total of all weights, above 0
 */
export function nearestOf(
  units: Unit[],
  meanings: Meanings,
  weights: number[],
  total: number,
  language: Language,
): Nearness {
  let best = { unit: units[0]!, near: 0 };
  const nears: number[] = [];
  for (const unit of units) {
    const held = heldBy(unit, meanings, language);
    let [ofQuery, ofUnit] = [0, 0];
    for (const [word, { trust, share }] of held) {
      ofQuery += (weights[word]! / total) * trust;
      ofUnit += trust * share;
    }
    if (ofQuery === 0) continue;
    ofUnit = Math.min(1, ofUnit / (unit.weight || 1));
    const near = (2 * ofQuery * ofUnit) / (ofQuery + ofUnit);
    nears.push(near);
    if (near > best.near) best = { unit, near };
  }
  const next = nears.sort((a, b) => b - a).slice(1, 1 + supporting);
  return { ...best, support: next.reduce((sum, near) => sum + near, 0) / supporting };
}

/** Words of the query that a unit holds: how surely, and for how much of the unit each accounts. */
function heldBy({ terms }: Unit, meanings: Meanings, language: Language) {
  const held = new Map<number, { trust: number; share: number; own: number }>();
  for (const term of terms) {
    for (const { word, trust } of meanings.get(term) ?? []) {
      const known = held.get(word) ?? { trust: 0, share: 1, own: 0 };
      known.trust = Math.max(known.trust, trust);
      if (!isConcept(term) && trust > known.own) {
        known.own = trust;
        known.share = unitWeight(term, language);
      }
      held.set(word, known);
    }
  }
  return held;
}
