/**
 * An element with its attributes and what stands in it; a text stays a text. `true` sets an attribute without a value, `false` and
 * `undefined` leave it out.
 */
export function make<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  attributes: Record<string, string | boolean | undefined> = {},
  inside: string | (Node | string)[] = [],
): HTMLElementTagNameMap[Name] {
  const element = document.createElement(name);
  for (const [attribute, value] of Object.entries(attributes)) {
    if (value !== false && value !== undefined) element.setAttribute(attribute, value === true ? '' : value);
  }
  element.append(...(typeof inside === 'string' ? [inside] : inside));
  return element;
}
