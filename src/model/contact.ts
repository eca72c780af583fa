/** The way from a page to a person: what is sent, and by which channel. No channel needs an account but `issue`. */
import type { Channel, Site } from '../schema/site.ts';

/** A message with its place filled in. */
export interface Message {
  subject: string;
  text: string;
}

/** A link that opens the channel with the message in it, or the message to copy (and where to take it). */
export type Contact = { kind: 'link'; href: string } | { kind: 'copy'; text: string; href?: string };

export function contact(site: Site, message: Message, channel: Channel = site.channels.report): Contact {
  const { subject, text } = message;
  const whole = `${subject}\n\n${text}`;
  switch (channel.kind) {
    case 'mail':
      return { kind: 'link', href: `mailto:${channel.to}?${query({ subject, body: text })}` };
    case 'form':
      return { kind: 'link', href: withQuery(channel.address, { [channel.field]: whole }) };
    case 'chat':
      return { kind: 'copy', text: whole, href: channel.address };
    case 'issue':
      return site.repository
        ? { kind: 'link', href: newIssue(site.repository, message) }
        : { kind: 'copy', text: whole };
    case 'none':
      return { kind: 'copy', text: whole };
  }
}

function newIssue({ host, address }: NonNullable<Site['repository']>, { subject, text }: Message): string {
  const repository = address.replace(/\/$/, '');
  return host === 'gitlab'
    ? withQuery(`${repository}/-/issues/new`, { 'issue[title]': subject, 'issue[description]': text })
    : withQuery(`${repository}/issues/new`, { title: subject, body: text });
}

function withQuery(address: string, fields: Record<string, string>): string {
  return `${address}${address.includes('?') ? '&' : '?'}${query(fields)}`;
}

/** Mail programs read `+` as a plus sign, so spaces become %20. */
function query(fields: Record<string, string>): string {
  return Object.entries(fields)
    .map(([name, value]) => `${encodeURIComponent(name)}=${encodeURIComponent(value)}`)
    .join('&');
}
