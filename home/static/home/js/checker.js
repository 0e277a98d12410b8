// Checks of ours for the checker beside the preview; home/content_checker.py hands over the patterns.
const said = (node) => (node.getAttribute("aria-label") || node.textContent).trim();
const checks = {
  "portal-says-where": (node, options) => !new RegExp(options.pattern, "i").test(said(node)),
  "portal-says-what": (node, options) => options.patterns.every((pattern) => new RegExp(pattern, "i").test(said(node))),
  "portal-never": () => false,
};
const bar = document.querySelector("wagtail-userbar");
for (const [name, check] of Object.entries(checks)) bar?.registerCheck(name, check);
