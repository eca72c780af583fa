/**
 * The one inline script, the same on every page so that its hash can stand in the policy. Before the first paint it sets
 * the appearance, the pathway on which the reader came (`?path=`, as its number in `data-paths`), and the detail that this
 * reader chose for the page's topic (or that `?stage=` asks for). `data-wait` says that a script is about to fold what the page
 * shows, so that the page need not show it first and shift; `data-do`, that the address asks for one step a screen.
 */
import { createHash } from 'node:crypto';

export const headScript = `(()=>{const d=document.documentElement,g=k=>{try{return localStorage.getItem('sidekick:'+k)}catch{return null}},t=g('theme'),q=new URLSearchParams(location.search),s=q.get('stage'),p=q.get('path'),n=(d.dataset.paths||'').split(' ').indexOf(p)+1;if(t==='light'||t==='dark')d.dataset.theme=t;d.dataset.js='';if(p&&n)d.dataset.path=n;if(s||location.hash[1]||g('abilities')||g('recent'))d.dataset.wait='';if(/^#do=\\w/.test(location.hash))d.dataset.do='';let c=s;if(!c){try{const m=JSON.parse(g('stages')||'{}');c=m[d.dataset.topic]??m['*']}catch{}}if(/^(novice|practitioner|expert)$/.test(c))d.dataset.stage=c})()`;

const hash = createHash('sha256').update(headScript).digest('base64');

/** The policy of every page (DESIGN, decision 9). `wasm-unsafe-eval` is for Pagefind's engine. */
export const policy = [
  "default-src 'none'",
  `script-src 'self' 'sha256-${hash}' 'wasm-unsafe-eval'`,
  "style-src 'self'",
  "img-src 'self'",
  "connect-src 'self'",
  "manifest-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
].join('; ');

/** What only a header can say. */
export const headerPolicy = `${policy}; frame-ancestors 'self'`;
