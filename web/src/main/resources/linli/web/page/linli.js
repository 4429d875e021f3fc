// What pages do by themselves. Everything works without it; with it, a form that was refused keeps what was typed, and a node that
// is gone for a moment is waited for.
"use strict";

const notice = () => document.getElementById("notice");

// A form that the page sends (hx-boost) and that nobody answered: nothing is lost, and sending it again is the same request.
for (const event of ["htmx:sendError", "htmx:timeout"]) {
  document.addEventListener(event, () => {
    notice().replaceChildren(document.getElementById("gone").content.cloneNode(true));
    notice().scrollIntoView({ block: "nearest" });
  });
}

// While an answer is under way its form cannot be sent again; that it would do no harm need not worry anybody.
document.addEventListener("htmx:beforeRequest", event => press(event.target, true));
document.addEventListener("htmx:afterRequest", event => press(event.target, false));

function press(form, busy) {
  for (const button of form.querySelectorAll("button")) {
    button.setAttribute("aria-disabled", String(busy));
  }
}

document.addEventListener("click", event => {
  const button = event.target.closest("button");
  if (button?.getAttribute("aria-disabled") === "true") {
    event.preventDefault();
  }
  if (button?.dataset.does === "print") {
    window.print();
  }
  if (button?.dataset.does === "tick-all") {
    // What needs a look is ticked by whoever has looked.
    for (const box of button.form.querySelectorAll("input[type=checkbox]:not(.look)")) {
      box.checked = true;
    }
  }
});
