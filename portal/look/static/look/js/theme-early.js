// Runs before the first paint, so that a remembered dark display does not flash white. No choice, no storage.
try {
  const theme = localStorage.getItem("theme");
  if (theme === "light" || theme === "dark") document.documentElement.dataset.theme = theme;
} catch {
  // Storage may be forbidden; then the system's setting holds.
}
