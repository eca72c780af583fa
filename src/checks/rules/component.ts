import type { Rule } from '../rule.ts';

export const component: Rule = {
  id: 'component',
  family: 'content',
  says: 'Components are those of the contributor guide, each with its props and in its place.',
  reason: 'A component that the site does not know would show nothing where the reader needs something.',
  mend: 'Write the component as the contributor guide shows it.',
  examples: {
    bad: [
      { body: '<Stagee for="novice">\n\nText\n\n</Stagee>' },
      { body: '<Video id="count" />' },
      { body: '<Stage.Inner />' },
      { body: '<a.b />' },
      { body: '<>\n\nText\n\n</>' },
      { body: '<Stage>\n\nText\n\n</Stage>' },
      { body: '<Stage for="novices">\n\nText\n\n</Stage>' },
      { body: '<Stage level="novice">\n\nText\n\n</Stage>' },
      { body: '<Stage for="novice" client:load>\n\nText\n\n</Stage>' },
      { body: '<Example set:html="text">\n\nText\n\n</Example>' },
      { body: '<Example server:defer>\n\nText\n\n</Example>' },
      { body: '<Example is:raw>\n\nText\n\n</Example>' },
      { body: '<Example class="big">\n\nText\n\n</Example>' },
      {
        type: 'decision-tools',
        whole: (valid) =>
          valid.replace('because: A card is at hand', 'because: <Term id="tally">A tally</Term> is at hand'),
        at: 23,
        note: 'A component in the reasons of an outcome',
      },
      {
        type: 'decision-tools',
        whole: (valid) =>
          valid.replace(
            'because: A card is at hand and takes a second.',
            'because: |\n      ## Why\n\n      A card is at hand.',
          ),
        at: 24,
        note: 'A heading in the reasons of an outcome',
      },
      { body: '<Example onclick="alert(1)">\n\nText\n\n</Example>' },
      { body: '<Note kind="tipp">\n\nText\n\n</Note>' },
      { body: '<Note kind="tip" kind="trap">\n\nText\n\n</Note>' },
      { body: '<Note\n  kind="tip"\n  style="color: red"\n>\n\nText\n\n</Note>', at: 3 },
      { body: '<Example>\n\n</Example>' },
      { body: 'A <Example>card</Example> in a line.' },
      { body: 'Wait <Timer for="a while" /> here.' },
      { body: 'A <Critical>mark</Critical> too many.' },
      { body: 'A <Term id="Tally">tally</Term>.' },
      { body: '<Tool id="job-aids/count-the-cases" />' },
      { body: '<Figure src="https://example.org/card.png" alt="A card" />' },
      { body: '<Figure src="../card.png" alt="A card" />' },
      { body: '<Figure src="card.svg" alt="A card" />' },
      { body: '<Template name="">\n\nText\n\n</Template>' },
    ],
    ok: [
      { body: '<Stage for="novice practitioner">\n\nText\n\n</Stage>' },
      { body: "<Note kind='tip'>In single quotes.</Note>" },
      { body: '1. **Wait** <Timer for="5 minutes" /> at the desk.\n2. **Count** what came in.' },
      { body: '<Example>\n\n<Note kind="tip">In an example.</Note>\n\n</Example>' },
    ],
  },
};
