/** The ways in which a draft leaves the browser: to the repository's host, by the site's channel, or as a text and a file. */
import type { Site } from '../schema/site.ts';
import { editAddress } from './address.ts';
import { contact, type Contact } from './contact.ts';

/** A draft that is ready to go. */
export interface HandIn {
  /** Path from the root, such as `content/job-aids/x.mdx`. */
  file: string;
  text: string;
  /** Whether the file is not there yet. */
  isNew: boolean;
  /** Subject of a message, and what it says where the file has to be pasted into it. */
  subject: string;
  paste: string;
}

export type Way =
  /** The host's editor, with the file in the address or (`paste`) to be pasted. */
  | { kind: 'host'; href: string; paste: boolean }
  /** The site's own channel; `paste` as above. */
  | { kind: 'channel'; href: string; paste: boolean }
  | { kind: 'copy' }
  | { kind: 'download'; name: string };

/** Longer addresses are cut off or refused by hosts on the way. In characters, encoded. */
const longestAddress = 6_000;
/** Some mail programs open nothing beyond this. In characters, encoded. */
const longestMail = 1_800;

/** The best way first. */
export function waysToHandIn(site: Site, draft: HandIn): Way[] {
  const name = draft.file.slice(draft.file.lastIndexOf('/') + 1);
  return [
    ...hostWays(site, draft),
    ...channelWays(site, draft),
    { kind: 'copy' },
    { kind: 'download', name },
  ];
}

function hostWays(site: Site, { file, text, isNew }: HandIn): Way[] {
  const filled = isNew ? newFileAddress(site, file, text) : undefined;
  if (filled) return [{ kind: 'host', href: filled, paste: false }];
  const empty = isNew ? emptyFileAddress(site, file) : editAddress(site, file);
  return empty ? [{ kind: 'host', href: empty, paste: true }] : [];
}

function channelWays(site: Site, { subject, text, paste }: HandIn): Way[] {
  const whole = contact(site, { subject, text });
  if (whole.kind === 'link' && whole.href.length <= longest(whole)) {
    return [{ kind: 'channel', href: whole.href, paste: false }];
  }
  const short = contact(site, { subject, text: paste });
  return short.href ? [{ kind: 'channel', href: short.href, paste: true }] : [];
}

function longest({ href = '' }: Contact): number {
  return href.startsWith('mailto:') ? longestMail : longestAddress;
}

/**
 * The host's page for a new file, filled in: GitHub's `?filename=&value=`, which Gitea (PR 16556) and so Forgejo took over.
 * @returns nothing where the host takes no content (GitLab), where the address would be too long, or without a repository
 */
export function newFileAddress(site: Site, file: string, text: string): string | undefined {
  const empty = emptyFileAddress(site, file);
  if (!empty || site.repository?.host === 'gitlab') return undefined;
  const address = `${empty}&value=${encodeURIComponent(text)}`;
  return address.length > longestAddress ? undefined : address;
}

/** The host's page for a new file in the folder, with the file's name. */
export function emptyFileAddress(site: Site, file: string): string | undefined {
  if (!site.repository) return undefined;
  const { host, address, branch } = site.repository;
  const page = { github: 'new', gitlab: '-/new', forgejo: '_new' }[host];
  const field = host === 'gitlab' ? 'file_name' : 'filename';
  const [, folder, name] = /^(.*)\/([^/]+)$/.exec(file)!;
  return `${address.replace(/\/$/, '')}/${page}/${branch}/${folder}?${field}=${encodeURIComponent(name!)}`;
}
