// wagtail-localize composes the heading of its editor in English, whatever the language.
const editor = document.querySelector(".js-translation-editor");
if (editor) {
  const { sourceLocale, locale } = JSON.parse(editor.dataset.props);
  const names = { source: sourceLocale.displayName, target: locale.displayName };
  const theirs = `${names.source} to ${names.target} translation`;
  const ours = interpolate(gettext("%(source)s to %(target)s translation"), names, true);
  const change = () => {
    const words = document.createTreeWalker(editor, NodeFilter.SHOW_TEXT);
    while (words.nextNode()) {
      if (words.currentNode.data === theirs) words.currentNode.data = ours;
    }
  };
  new MutationObserver(change).observe(editor, { childList: true, subtree: true });
  change();
}
