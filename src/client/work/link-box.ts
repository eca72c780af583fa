/** A link that was made, ready to be copied; selected where copying is not allowed. */
import '../copy-text.ts';
import { make } from '../make.ts';

export function linkBox(link: string, says: { link: string; copy: string; copied: string }): HTMLElement {
  const field = make('input', { type: 'text', readonly: true, value: link, id: 'made-link' });
  field.addEventListener('focus', () => field.select());
  return make('copy-text' as 'div', { 'data-copied': says.copied }, [
    make('label', { class: 'field', for: 'made-link' }, [make('span', {}, says.link), field]),
    make('p', { class: 'row' }, [
      make(
        'button',
        { type: 'button', class: 'quiet-button', 'data-copy-button': true, 'data-text': link },
        says.copy,
      ),
      make('span', { role: 'status' }),
    ]),
  ]);
}
