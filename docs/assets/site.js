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
