/**
 * The components that authors may use: the whole list. A new one needs a reason that GFM can't serve.
 * `block` stands on lines of its own, `inline` within a line of text.
 */
export interface AuthorComponent {
  place: 'block' | 'inline';
  /** Whether it holds something. */
  holds: boolean;
  /** Prop → what its value must be. Props are required where nothing else is said. */
  props: Record<string, PropRule>;
  about: string;
}

interface PropRule {
  expected: string;
  fits(value: string): boolean;
  /** Where the value comes from a list. */
  values?: string[];
  optional?: true;
}

const someOf = (...values: string[]): PropRule => ({
  expected: `one or more of ${values.join(', ')}, separated by spaces`,
  fits: (value) => value.split(' ').every((word) => values.includes(word)),
  values,
});
const oneOf = (...values: string[]): PropRule => ({
  expected: `one of ${values.join(', ')}`,
  fits: (value) => values.includes(value),
  values,
});
const matching = (pattern: RegExp, expected: string): PropRule => ({ expected, fits: (value) => pattern.test(value) });
const text = matching(/\S/, 'some text');
/** A prop that is there or not. */
const flag: PropRule = { expected: 'the bare word, without a value', fits: (value) => value === '', optional: true };

export const authorComponents: Record<string, AuthorComponent> = {
  Stage: {
    place: 'block',
    holds: true,
    props: { for: someOf('novice', 'practitioner', 'expert') },
    about: 'What only some readers need: novice, practitioner or expert.',
  },
  Critical: { place: 'inline', holds: false, props: {}, about: 'Marks a step that nobody may skip.' },
  Timer: {
    place: 'inline',
    holds: false,
    props: { for: matching(/^[1-9]\d* (second|minute|hour)s?$/, 'a number and seconds, minutes or hours, such as "5 minutes"') },
    about: 'How long a step takes or must wait.',
  },
  Term: {
    place: 'inline',
    holds: true,
    props: { id: matching(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'the id of a term in the glossary') },
    about: 'A word that the glossary explains, explained in place.',
  },
  Note: {
    place: 'block',
    holds: true,
    props: { kind: oneOf('trap', 'tip', 'stop') },
    about: 'A trap (inside a step, "Stuck here?" opens with it), a tip, or a stop sign.',
  },
  Example: { place: 'block', holds: true, props: {}, about: 'A worked example.' },
  Template: { place: 'block', holds: true, props: { name: text }, about: 'Something to copy or download.' },
  Tool: {
    place: 'block',
    holds: false,
    props: {
      id: matching(/^decision-tools\/[a-z0-9-]+$/, 'the id of a decision tool, such as "decision-tools/course-or-job-aid"'),
      here: flag,
    },
    about: 'A card that leads to a decision tool; with here, the tool itself, to be answered in this place.',
  },
  Figure: {
    place: 'block',
    holds: false,
    props: {
      src: matching(/^(\.\/)?\w[\w-]*(\/\w[\w-]*)*\.(png|jpe?g|webp|avif|gif)$/i, 'a picture file beside the page, such as "./form.png"'),
      alt: text,
    },
    about: 'A picture with its text alternative.',
  },
};
