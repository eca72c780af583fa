/** `<resume-list>`: begun pages on the home page; hidden while there are none. */
import { recentPages } from './recent-pages.ts';

class ResumeList extends HTMLElement {
  connectedCallback(): void {
    const list = this.querySelector('ul')!;
    for (const { id, title } of recentPages()) {
      const link = document.createElement('a');
      link.href = `${import.meta.env.BASE_URL}${id}/`;
      link.textContent = title;
      const item = document.createElement('li');
      item.append(link);
      list.append(item);
    }
    this.hidden = list.childElementCount === 0;
  }
}

customElements.define('resume-list', ResumeList);
