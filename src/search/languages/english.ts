import type { Language } from './language.ts';

/** Words apart by blanks, for the tables below. */
const list = (words: string) => words.trim().split(/\s+/);

/**
 * Small words carry no meaning of their own and are left out. Few on purpose: a word left in costs little, a word taken out
 * is lost. `no` and `not` are among them because people say the same thing both ways.
 */
const small = new Set(
  list(`a an the of to in on at by for with from into onto and or but nor if so as than then there here this that these those it its
    is are was were be been being am do does did done dont doesnt didnt has have had havent hasnt having not no isnt arent wasnt
    i im ive id me my we our us you your youre youve he him his she her hers they theyre them their weve
    which what who whom whose how when where why whats hows whos
    can cant cannot could couldnt should shouldnt would wouldnt wont will shall may might must just any some more most please
    about up out off over own too very also really`),
);

/** Words that many sentences hold, whatever they are about: they count, but little. */
const light = new Set(
  list(`get gets getting got give gives make makes making made want wants wanted need needs needed use uses using used way ways thing
    things something anything everything nothing somebody someone anybody anyone everybody everyone nobody people person persons
    guy guys folk folks one ones two go goes going gone come comes coming know knows say says said tell tells told think look looks looking
    find finds finding found keep keeps kept put puts take takes let lets try tries trying
    good better best bad well right wrong new old big small long short same other others another every each all both only ever never always
    still again already now later before after first last next lot lots much many few little bit
    help helps helping please ok okay actually properly correctly quickly quick fast easy easily
    day days time times work works working job jobs company office stuff sth smth
    problem problems issue issues question questions idea ideas tip tips advice example examples
    become becomes becoming different differently useful useless love loves hate hates fell fall falls turn turns turned whole complete completely real really bad badly poor terrible awful constantly
    bring brings call called believe hope worry care since until till enough almost around together apart else instead maybe perhaps actually basically simply simple nice great
    should supposed happen happens happened like because while during without between instead against
    start starting begin show shows see seen sure able possible mean means feel seem seems`),
);

/** Openings of a question that say only that it is one. Without apostrophes; the longest fitting one is taken off. */
const openings = `
  whats the best way to|what is the best way to|what is the best way of|whats a good way to|what is a good way to|a good way to|best way to|easiest way to|best way of
  is there a way to|is there any way to|is it possible to|how do i|how do you|how do we|how does one|how can i|how can we|how could i|how should i|how should we|how would i|how to
  how am i supposed to|how i can|how i should|where do i find|where can i find|where can i get|where do i|where to|can you help me|can you help me to|can somebody help me|can someone help me
  can anybody help me|can anyone help me|could somebody help me|could someone help me|could you help me|please help me|please help|can you|could you|can i|help me to|help me|help with|i need help with|i need help to|i need some help with
  i need to|i need|i have to|i want to|i would like to|i would like|id like to|id like|im trying to|i am trying to|im looking for|i am looking for|looking for|searching for|search for|need to|want to|trying to
  tell me how to|tell me about|tell me|show me how to|show me|explain to me|explain me|what do i do when|what do i do if|what do you do when|what do you do if|what can i do when|what can i do if
  what to do when|what to do if|what should i do when|what should i do if|what should i do|what do i do|what can i do|what to do|what if|what is meant by|what is|what are|whats|what does|what makes|any tips on|any tips for|any advice on|tips for|tips on
  does anyone know how to|does anybody know how to|do you know how to|anyone know how to|does anyone know|does anybody know|is there|are there|do you have|do we have|have you got
  hi|hello|hey|please|so|well|ok|um|sorry|thanks|thank you|urgent|asap|steps to|guide to|the way to|way to`
  .split(/[|\n]/)
  .map((opening) => opening.trim())
  .filter((opening) => opening !== '');

/** Forms that no rule leads back to their verb or noun. */
const irregular = new Map(
  `knew known know|wrote written write|taught teach|thought think|forgot forgotten forget|brought bring|bought buy|built build|began begun begin
  broke broken break|chose chosen choose|came come|did done do|drew drawn draw|drove driven drive|fell fallen fall|felt feel|found find|gave given give|went gone go
  grew grown grow|held hold|heard hear|kept keep|led lead|left leave|lost lose|made make|meant mean|met meet|paid pay|ran run|said say|saw seen see|sent send
  shown show|shrank shrunk shrink|sold sell|spoke spoken speak|spent spend|stood stand|stole stolen steal|stuck stick|swapped swap|took taken take|told tell|understood understand|withdrew withdrawn withdraw
  learnt learn|spelt spell|burnt burn|got gotten get|sat sit|won win|wore worn wear|threw thrown throw|slept sleep|ate eaten eat|hid hidden hide|rose risen rise|rung rang ring|sank sunk sink|swam swum swim
  men man|women woman|children child|people person|lives life|knives knife|criteria criterion|data datum|analyses analysis|better best good|worse worst bad
  cheque check|programmes programme program|grey gray|tyre tire|maths math|draught draft|kerb curb|sceptic sceptical sceptics skeptic|ageing aging age|judgement judgment judge
  everyone everybody|someone somebody|anyone anybody|noone none nobody|cannot cant|dying die|lying lie|tying tie|using used use|news new|busy busi|decision decisions decide|choice choices choose|advice advise|proof prove|success succeed|failure failures fail|analysis analyse|retirement retire|practise practised practising practises practice|simply simple|simpler simplest simple|agreed agree|agreement agreements agree|approval approve|belief believe|loss lose|measurement measurements measure|comparison comparisons compare|explanation explanations explain|description describe|requirement requirements require|improvement improvements improve|assessment assess|evaluation evaluate|observation observe|presentation presentations present|preparation prepare|introduction introduce|reminder reminders remind|forgetful forget|sponsorship sponsor|coaching coach|writer writers write|owner owners ownership own|trainer trainers train|seller sellers sell|beginner beginners begin`
    .split(/[|\n]/)
    .flatMap((line) => {
      const forms = list(line);
      return forms.slice(0, -1).map((form) => [form, forms.at(-1)!] as const);
    }),
);

/**
 * A word without its ending, so that all its forms and both spellings meet: “organised”, “organizing” → `organ`. A light
 * stemmer: it takes off inflections and the commonest derivations, and leaves words of up to three letters alone. What it
 * gives is a key, not a word.
 */
export function stem(word: string): string {
  const known = irregular.get(word);
  if (known !== undefined) return known === word ? word : stem(known);
  if (word.length <= 3) return word;
  return alike(derived(inflected(word)));
}

function inflected(word: string): string {
  let base = word.replace(/(ss|x|ch|sh|zz)es$/, '$1').replace(/([^aeiou])ies$/, '$1y');
  if (base === word) base = word.replace(/([^s'us])s$/, '$1').replace(/([^aeo]u)s$/, '$1s');
  base = base.replace(/([^aeiou])ied$/, '$1y');
  const cut = /^(.*[aeiouy].*?)(ing|ed|ingly|edly)$/.exec(base)?.[1];
  if (cut === undefined || cut.length < 2) return base;
  const bare = undoubled(cut);
  // `mak` and `us` had an e; `run` from `runn` had none.
  return bare === cut && /^[^aeiou]?[aeiou][^aeiouwxy]$/.test(cut) ? `${cut}e` : bare;
}

/** `plann` → `plan`; `miss`, `call` and `off` stay. */
function undoubled(base: string): string {
  return /([bdgkmnprt])\1$/.test(base) ? base.slice(0, -1) : base;
}

/** Ending → what stays of it; the first that fits. */
const derivations: [RegExp, string][] = [
  [/(.{3,})(isation|ization)$/, '$1is'],
  [/(.{4,})(ation|ator)$/, '$1at'],
  [/(.{3,}[st])ion$/, '$1'],
  [/(.{3,})fulness$/, '$1ful'],
  [/(.{4,})ness$/, '$1'],
  [/(.{4,})ment$/, '$1'],
  [/(.{4,})(ability|ibility)$/, '$1abl'],
  [/(.{4,})ity$/, '$1'],
  [/(.{3,})ally$/, '$1al'],
  [/(.{3,})ly$/, '$1'],
  [/(.{4,})(able|ible)$/, '$1'],
  [/(.{4,})ful$/, '$1'],
  [/(.{4,})ive$/, '$1'],
];

function derived(base: string): string {
  for (const [ending, kept] of derivations) if (ending.test(base)) return base.replace(ending, kept);
  return base;
}

/** British and American spellings, and the mute ends that inflections leave or take. */
function alike(base: string): string {
  return base
    .replace(
      /(.{2,})(isat|izat|ise|ize|yse|yze|is|iz|ys|yz)$/,
      (_, start: string, end: string) => start + (end.startsWith('y') ? 'ys' : 'is'),
    )
    .replace(/(.{2,})our$/, '$1or')
    .replace(/(.{2,})ogue$/, '$1og')
    .replace(/([bt])re$/, '$1er')
    .replace(/(.{2,})ence$/, '$1ens')
    .replace(/(.{2,})ense$/, '$1ens')
    .replace(/ll$/, 'l')
    .replace(/(.{2,})ae/, '$1e')
    .replace(/([^aeiou])y$/, '$1i')
    .replace(/(.{4,})e$/, '$1')
    .replace(/our(?=.)/, 'or');
}

const lightStems = new Set([...light].map(stem));

/** Two words that are one. */
const pairs: Record<string, string> = {
  'no one': 'nobody',
  'some one': 'somebody',
  'any one': 'anybody',
  'every one': 'everybody',
};

const seconds = new Set(Object.keys(pairs).map((pair) => pair.split(' ')[1]));

function joined(words: string[]): string[] {
  if (!words.some((word) => seconds.has(word))) return words;
  return words.flatMap((word, at) => {
    if (Object.hasOwn(pairs, `${words[at - 1]} ${word}`)) return [];
    return pairs[`${word} ${words[at + 1]}`] ?? word;
  });
}

export const english: Language = {
  openings,
  isSmall: (word) => small.has(word),
  isLight: (word) => lightStems.has(stem(word)) || lightStems.has(word),
  stem,
  joined,
  stageWords: {
    novice: list('new beginner beginners novice novices newbie rookie starter newcomer newcomers'),
    practitioner: list('practitioner practitioners routine'),
    expert: list('expert experts senior experienced advanced specialist'),
  },
};
