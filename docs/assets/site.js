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
