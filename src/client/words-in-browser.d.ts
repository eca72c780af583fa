/** Groups of the interface's words as modules; the build makes them (see astro.config.mjs). */
declare module 'sidekick:words/do' {
  const words: import('../schema/words.ts').Words['do'];
  export default words;
}
declare module 'sidekick:words/runs' {
  const words: import('../schema/words.ts').Words['runs'];
  export default words;
}
declare module 'sidekick:words/pathway' {
  const words: import('../schema/words.ts').Words['pathway'];
  export default words;
}
declare module 'sidekick:words/work' {
  const words: import('../schema/words.ts').Words['work'];
  export default words;
}
