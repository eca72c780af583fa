/**
 * A tool as data, in a file beside its page so that the page paints without it. A deferred script runs before the modules that come
 * after it: what it puts into the page is there when the tool's own script reads it.
 */
import type { APIRoute } from 'astro';
import { proveTool } from '../../../decisions/analysis.ts';
import { packTool } from '../../../decisions/travel.ts';
import { getLibrary, pathsOf, type ViewProps } from '../../../library.ts';
import { toolWords } from '../../../model/tool-words.ts';

export const getStaticPaths = () => pathsOf('decision-tools');

export const GET: APIRoute = async ({ props }) => {
  const { page } = (props as ViewProps<'decision-tools'>).view;
  const { site, words } = await getLibrary();
  const { compiled } = proveTool(page.data);
  const packed = packTool(compiled, { words: words.tool.spoken, language: site.language });
  const json = JSON.stringify({ ...packed, words: toolWords(words, compiled.graph) });
  const place = `[data-tool-json="${page.id}"]`;
  return new Response(
    `for(const place of document.querySelectorAll(${JSON.stringify(place)}))place.textContent=${JSON.stringify(json)};\n`,
  );
};
