/** A tool inside an article is fetched when it comes near: most readers of the page are there for something else. */
const near = new IntersectionObserver(
  (entries) => {
    if (!entries.some(({ isIntersecting }) => isIntersecting)) return;
    near.disconnect();
    void import('./decision-tool.ts');
    void import('./copy-text.ts');
  },
  { rootMargin: '300px' },
);
for (const tool of document.querySelectorAll('decision-tool')) near.observe(tool);
