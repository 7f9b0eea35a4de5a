// Sets language, direction and colours before anything is painted. A file of its own: the page's policy allows no script
// inside it. What it reads is written by src/preferences/preferences.ts.
(() => {
  let kept = {};
  try {
    kept = JSON.parse(localStorage.getItem('isnad.preferences')) ?? {};
  } catch {
    // Storage may be closed to us or hold something else: the defaults serve.
  }
  const known = ['ar', 'en', 'fr'];
  const liked = [kept.language, ...navigator.languages.map((tag) => tag.slice(0, 2)), 'ar'];
  const language = liked.find((each) => known.includes(each));
  const dark =
    kept.colours === 'dark' || (kept.colours !== 'light' && matchMedia('(prefers-color-scheme: dark)').matches);
  const page = document.documentElement;
  page.lang = language;
  page.dir = language === 'ar' ? 'rtl' : 'ltr';
  page.dataset.mantineColorScheme = dark ? 'dark' : 'light';
})();
