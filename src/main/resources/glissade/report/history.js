// The best of each run of this experiment, night after night.

function historySection() {
  if (!page.history) {
    return;
  }
}
