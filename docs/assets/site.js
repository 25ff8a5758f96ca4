// Copying a block gives exactly the file, its final newline included: Material trims what it reads from the page
document.addEventListener(
  "click",
  (event) => {
    const button = event.target.closest("[data-clipboard-target]");
    if (button) {
      button.dataset.clipboardText = document.querySelector(button.dataset.clipboardTarget).textContent;
    }
  },
  true,
);

// A table that scrolls in its own box can be scrolled by keyboard; Material makes the boxes when a page has loaded
document$.subscribe(() =>
  setTimeout(() => {
    document.querySelectorAll(".md-typeset__scrollwrap").forEach((box) => (box.tabIndex = 0));
  }),
);

// A page's Markdown goes to the clipboard; without this script the link opens it
document.addEventListener("click", async (event) => {
  const link = event.target.closest("[data-copy-page]");
  if (link) {
    event.preventDefault();
    const text = await (await fetch(link.href)).text();
    await navigator.clipboard.writeText(text);
    alert$.next("Copied to clipboard");
  }
});

// The page that is not there offers its own name as a query
document$.subscribe(() => {
  const box = document.querySelector("[data-missing]");
  if (box) {
    box.value = decodeURI(location.pathname).split("/").filter(Boolean).pop().replace(/\.\w+$|[-_]+/g, " ").trim();
  }
});

// The stylesheet puts off the layout of what is far from the screen. It is done in short slices that nobody waits for, or at
// once where a place on the page is looked for
const boxes = [...document.querySelectorAll(".md-content__inner > h2 ~ h2 ~ :nth-child(n + 15)")];
const settle = () => {
  for (const end = performance.now() + 8; boxes.length && performance.now() < end; ) {
    const box = boxes.shift();
    box.classList.add("settled");
    box.offsetHeight; // now, so that the slice knows its time
  }
  if (boxes.length) setTimeout(settle, 50);
};
const settleAll = () => document.documentElement.classList.add("settled"); // also what comes without a new document
const arrive = () => {
  settleAll();
  document.getElementById(decodeURIComponent(location.hash.slice(1)))?.scrollIntoView();
};
if (location.hash || performance.getEntriesByType("navigation")[0].type !== "navigate") arrive();
else setTimeout(settle, 300);
addEventListener("click", (event) => event.target.closest("a") && settleAll(), true);
addEventListener("popstate", settleAll);
addEventListener("hashchange", arrive);
