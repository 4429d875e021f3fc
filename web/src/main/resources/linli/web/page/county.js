// Draws the big screen from the figures in the page, and again whenever the node says that they have changed.
"use strict";

const PALETTE = ["#38b6f1", "#ffcf70", "#52d88f", "#ff9a76", "#b79bff", "#5fe0d8", "#f487b6", "#c7d36f"];
const NARROW = 420;
const LIGHT = "#e8f1fb";
const MIST = "#a9c3dd";
const still = matchMedia("(prefers-reduced-motion: reduce)");
const charts = new Map();

const rem = () => parseFloat(getComputedStyle(document.documentElement).fontSize);
const byId = id => document.getElementById(id);

function gradient(from, to, across) {
  return new echarts.graphic.LinearGradient(0, 0, across ? 1 : 0, across ? 0 : 1, [
    { offset: 0, color: from },
    { offset: 1, color: to },
  ]);
}

function axisText(size, narrow) {
  return { color: MIST, fontSize: size, interval: narrow ? "auto" : 0, hideOverlap: true };
}

function columns(panel, size, narrow) {
  return {
    grid: { left: 8, right: 8, top: size * 2.2, bottom: 4, containLabel: true },
    xAxis: {
      type: "category",
      data: panel.lines.map(line => line.label),
      axisLabel: axisText(size, narrow),
      axisTick: { show: false },
      axisLine: { lineStyle: { color: "#2b557e" } },
    },
    yAxis: { type: "value", axisLabel: { show: false }, splitLine: { lineStyle: { color: "#173a5b" } } },
    series: [{
      type: "bar",
      barMaxWidth: size * 3,
      data: panel.lines.map(line => ({ value: line.value, shown: line.shown })),
      itemStyle: { color: gradient("#5cd0ff", "#17639c", false), borderRadius: [4, 4, 0, 0] },
      label: { show: true, position: "top", color: LIGHT, fontSize: size, formatter: at => at.data.shown },
    }],
  };
}

/** Room for a text, in widths of a Chinese character. */
function room(text) {
  return [...text].reduce((wide, letter) => wide + (letter > "\u2e80" ? 1 : 0.6), 0);
}

function bars(panel, size) {
  const longest = Math.max(1, ...panel.lines.map(line => room(line.shown)));
  return {
    grid: { left: 8, right: size * (longest + 1), top: 8, bottom: 4, containLabel: true },
    xAxis: { type: "value", show: false },
    yAxis: {
      type: "category",
      inverse: true,
      data: panel.lines.map(line => line.label),
      axisLabel: { ...axisText(size, false), color: LIGHT, width: size * 9, overflow: "truncate" },
      axisTick: { show: false },
      axisLine: { show: false },
    },
    series: [{
      type: "bar",
      barMaxWidth: size * 1.3,
      data: panel.lines.map(line => ({ value: line.value, shown: line.shown })),
      itemStyle: { color: gradient("#1d5a7a", "#52d88f", true), borderRadius: [0, 4, 4, 0] },
      label: { show: true, position: "right", color: LIGHT, fontSize: size, formatter: at => at.data.shown },
    }],
  };
}

function ring(panel, size, narrow) {
  const shown = new Map(panel.lines.map(line => [line.label, line.shown]));
  return {
    legend: {
      type: "plain",
      ...(narrow ? { orient: "horizontal", bottom: 0, left: "center" } : { orient: "vertical", right: 4, top: "middle" }),
      itemWidth: size * 0.9,
      itemHeight: size * 0.9,
      itemGap: size * 0.6,
      textStyle: { color: LIGHT, fontSize: size },
      formatter: name => name + "  " + shown.get(name),
      selectedMode: false,
    },
    series: [{
      type: "pie",
      radius: narrow ? ["36%", "60%"] : ["48%", "78%"],
      center: narrow ? ["50%", "38%"] : ["32%", "52%"],
      silent: true,
      data: panel.lines.map(line => ({ name: line.label, value: line.value })),
      itemStyle: { borderColor: "#0c2238", borderWidth: 3 },
      label: { show: false },
    }],
  };
}

const SHAPES = { columns, bars, ring };

function summary(panel) {
  return panel.lines.length === 0
    ? panel.empty
    : [panel.title, ...panel.lines.map(line => line.label + " " + line.shown)].join("; ");
}

function draw(panel) {
  const place = byId(panel.id);
  place.setAttribute("aria-label", summary(panel));
  if (panel.lines.length === 0) {
    return;
  }
  if (!charts.has(panel.id)) {
    place.replaceChildren();
    charts.set(panel.id, echarts.init(place, null, { renderer: "canvas" }));
  }
  const size = Math.max(13, rem() * 0.86);
  charts.get(panel.id).setOption({
    animation: !still.matches,
    animationDuration: 800,
    color: PALETTE,
    textStyle: { fontFamily: getComputedStyle(document.body).fontFamily },
    ...SHAPES[panel.shape](panel, size, place.clientWidth < NARROW),
  }, true);
}

let figures = JSON.parse(document.body.dataset.figures);

function show(next) {
  figures = next;
  byId("as-of").textContent = next.asOf;
  byId("hours").textContent = next.hours;
  byId("facts").querySelectorAll("dd").forEach((place, i) => {
    place.textContent = next.facts[i].value;
  });
  next.panels.forEach(draw);
}

function follow(live) {
  byId("pulse").classList.toggle("live", live);
  byId("later").hidden = live;
}

// A node that is gone for a moment is asked again by the browser itself. One that says no has too many listeners: it is asked for
// the figures now and then, and whether there is room by now.
function listen() {
  const source = new EventSource(document.body.dataset.live);
  source.addEventListener("open", () => follow(true));
  source.addEventListener("figures", event => show(JSON.parse(event.data)));
  source.addEventListener("error", () => {
    follow(false);
    if (source.readyState === EventSource.CLOSED) {
      setTimeout(ask, 30000);
    }
  });
}

async function ask() {
  try {
    const page = await fetch(location.href);
    if (page.redirected) {
      // Whoever was signed in is no more, and comes to where one signs in.
      location.assign(page.url);
      return;
    }
    if (page.ok) {
      const told = new DOMParser().parseFromString(await page.text(), "text/html");
      show(JSON.parse(told.body.dataset.figures));
    }
  } catch {
    // The node is away; there is another time.
  }
  listen();
}

let resizing = 0;
addEventListener("resize", () => {
  cancelAnimationFrame(resizing);
  resizing = requestAnimationFrame(() => {
    charts.forEach(chart => chart.resize());
    figures.panels.forEach(draw);
  });
});

show(figures);
listen();
