// Runs before the first paint; src/ui/theme/theme.ts owns the key and keeps the attribute in step.
try {
  const theme = localStorage.getItem('tingting.theme');
  if (theme === 'light' || theme === 'dark') document.documentElement.dataset.theme = theme;
} catch {
  // Storage is closed to this page (a private window): the system's theme it is.
}
