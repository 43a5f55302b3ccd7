// Puts the page together.

function contents() {
  const list = document.getElementById("contents");
  const links = new Map();
  for (const section of document.querySelectorAll("main > section:not([hidden]), main > details")) {
    const heading = section.querySelector("h2, summary");
    const link = element("a", { href: `#${section.id}` }, section.id === "mathematics" ? "Mathematics" : heading.textContent);
    links.set(section, link);
    list.append(element("li", {}, link));
  }
  const watch = new IntersectionObserver((entries) => {
    for (const entry of entries) {
      links.get(entry.target).classList.toggle("here", entry.isIntersecting);
    }
  }, { rootMargin: "-30% 0px -65% 0px" });
  links.forEach((_, section) => watch.observe(section));
}

[
  wireTheme, configurationsSection, curvesSection, stepsSection, heatSection, parallelSection, effectsSection, trajectoriesSection,
  boundariesSection, layersSection, confusionSection, regressionSection, historySection, tableSection, contents,
].forEach((put) => {
  try {
    put();
  } catch (error) {
    // The other sections, and above all the table, are worth more than none.
    console.error(error);
  }
});

/** For tests, and for the curious at the console. */
window.glissade = { page, trials, wanted, charts, table, refilter, toggle, choose, short };
