// What a kiosk does by itself: keys on the screen, the card reader, asking whether somebody is still there, waiting for a node that
// is gone for a moment, reading aloud. Everything works without it, with a keyboard.
"use strict";

(() => {
  const WARN_SECONDS = 30;
  // The node counts from when it was last asked, and that can be so long ago.
  const TELL_SECONDS = 15;
  const ASK_SECONDS = 4;

  const byId = id => document.getElementById(id);
  const field = () => document.querySelector("[data-card]");
  let heardAt = Date.now();
  let toldAt = Date.now();
  let askedAt = 0;
  let away = false;
  let leaving = false;

  // Keys on the screen.

  function showKeys() {
    const typed = field();
    document.querySelector(".keys")?.removeAttribute("hidden");
    if (typed && document.querySelector(".keys")) {
      // The system's own keyboard would cover ours.
      typed.setAttribute("inputmode", "none");
    }
  }

  function pressKey(key) {
    const typed = field();
    if (key === "clear") {
      typed.value = "";
    } else if (key === "back") {
      typed.value = typed.value.slice(0, -1);
    } else if (typed.value.length < typed.maxLength) {
      typed.value += key;
    }
    typed.focus();
  }

  // What is pressed is filled in, to be added to by whoever has a keyboard; what is then typed counts.

  document.addEventListener("change", event => {
    const fills = event.target.closest("[data-fills]")?.dataset.fills;
    if (fills) {
      byId(fills).value = event.target.value;
    }
  });

  // A key of the screen takes no focus away from the field.
  document.addEventListener("pointerdown", event => {
    if (event.target.closest("[data-key]")) {
      event.preventDefault();
    }
  });

  // A card reader types wherever the focus is; what it types belongs into the field.
  document.addEventListener("keydown", event => {
    const typed = field();
    const elsewhere = typed && document.activeElement !== typed && !document.activeElement.matches("input, textarea");
    if (elsewhere && event.key.length === 1 && event.key !== " " && !event.ctrlKey && !event.altKey && !event.metaKey) {
      typed.focus();
    }
  });

  // Somebody is there, or is not.

  function heard() {
    heardAt = Date.now();
    if (!byId("still")?.hidden) {
      byId("still").hidden = true;
      field()?.focus();
    }
    const stay = byId("stay");
    if (stay?.dataset.signed === "true" && Date.now() - toldAt > TELL_SECONDS * 1000) {
      toldAt = Date.now();
      fetch("/kiosk/stay", { cache: "no-store" }).then(answer => answer.status === 401 && ended(), () => undefined);
    }
  }

  for (const event of ["pointerdown", "keydown", "input", "wheel"]) {
    document.addEventListener(event, heard, { passive: true });
  }

  function look() {
    const stay = byId("stay");
    const asks = stay?.dataset.asks === "true";
    const seconds = Number(stay?.dataset.seconds ?? 0) - (asks ? TELL_SECONDS : 0);
    if (seconds <= 0 || leaving) {
      return;
    }
    const left = Math.ceil(seconds - (Date.now() - heardAt) / 1000);
    if (left <= 0) {
      leave();
    } else if (left <= WARN_SECONDS && asks) {
      byId("still-seconds").textContent = String(left);
      if (byId("still").hidden) {
        byId("still").hidden = false;
        byId("still-here").focus();
      }
    }
  }

  // Whoever was there is forgotten, here at once and at the node as soon as it can be told.
  function leave() {
    leaving = true;
    document.body.classList.add("left");
    byId("still").hidden = true;
    const form = byId("leave");
    keep()
      .then(() => form ? send(form.action, form, "manual") : ask())
      .then(() => location.replace("/kiosk/left"), () => { away = true; });
  }

  // The node has forgotten whoever was there: they say once more who they are, and go on where they were.
  function ended() {
    leaving = true;
    keep().then(kept => kept?.ok ? location.replace(kept.url) : leave(), () => { away = true; });
  }

  // What was typed is kept for whoever typed it, and for nobody else, until they have given their PIN again.
  function keep() {
    const form = document.querySelector("form[data-keep]");
    const typed = form && [...form.querySelectorAll("input:not([type=hidden])")]
      .some(one => one.matches("[type=radio], [type=checkbox]") ? one.checked : one.value !== "");
    return typed ? send(form.dataset.keep, form, "follow") : Promise.resolve(undefined);
  }

  // Another language or size is another page: what was typed goes along.
  document.addEventListener("submit", event => {
    const form = event.target;
    if (form.closest(".hall") && document.querySelector("form[data-keep]")) {
      event.preventDefault();
      event.stopPropagation();
      keep().then(() => form.submit(), () => form.submit());
    }
  }, true);

  function send(address, form, redirect) {
    return fetch(address, { method: "POST", body: new URLSearchParams(new FormData(form)), redirect });
  }

  // The node is there, or is not. It is asked without cookies: asking is no sign that somebody is there.

  function ask() {
    askedAt = Date.now();
    return fetch("/kiosk/here", { credentials: "omit", cache: "no-store", signal: AbortSignal.timeout(3000) })
      .then(answer => answer.ok ? undefined : Promise.reject(answer));
  }

  function isThere() {
    if (away && leaving) {
      leave();
    } else if (away) {
      byId("notice")?.replaceChildren(byId("again").content.cloneNode(true));
    }
    away = false;
    show();
  }

  function isAway() {
    away = true;
    // What linli.js says of one form, this says of the whole page.
    byId("notice")?.replaceChildren();
    show();
  }

  function show() {
    if (byId("away")) {
      byId("away").hidden = !away;
    }
  }

  function poll() {
    const every = away ? 1 : ASK_SECONDS;
    if (Date.now() - askedAt >= every * 1000) {
      ask().then(isThere, isAway);
    }
  }

  document.addEventListener("htmx:sendError", () => ask().then(isThere, isAway));
  setInterval(() => { look(); poll(); }, 500);

  // Reading aloud, where the device has a voice of its own: nothing that is on the page is sent anywhere.

  function voice() {
    const language = document.documentElement.lang.slice(0, 2);
    return window.speechSynthesis?.getVoices().find(one => one.localService && one.lang.startsWith(language));
  }

  function offerReading() {
    document.querySelector("[data-does=read]")?.toggleAttribute("hidden", !voice());
  }

  function read() {
    speechSynthesis.cancel();
    const words = new SpeechSynthesisUtterance(byId("main").innerText);
    words.voice = voice();
    words.lang = document.documentElement.lang;
    words.rate = 0.85;
    speechSynthesis.speak(words);
  }

  document.addEventListener("click", event => {
    const button = event.target.closest("button");
    if (button?.dataset.key) {
      pressKey(button.dataset.key);
    } else if (button?.dataset.does === "read") {
      read();
    }
  });

  // Every page anew, whether the browser or the page itself has fetched it.

  function begin() {
    heardAt = toldAt = Date.now();
    window.speechSynthesis?.cancel();
    showKeys();
    offerReading();
    show();
  }

  window.speechSynthesis?.addEventListener("voiceschanged", offerReading);
  document.addEventListener("htmx:afterSettle", begin);
  begin();
})();
