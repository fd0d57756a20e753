// Runs before anything is painted, and does one thing. See docs/adr/0133-the-sentence-before-the-script.md.
(() => {
  const keptFace = () => {
    try {
      return localStorage.getItem("face");
    } catch (failure) {
      // A browser that forbids storage keeps no choice either.
      if (failure instanceof DOMException) return null;
      throw failure;
    }
  };
  const isPlainVisit =
    document.visibilityState === "visible"
    && location.search === ""
    && !matchMedia("(display-mode: standalone)").matches
    && keptFace() === null;
  if (!isPlainVisit) document.documentElement.classList.add("wait");
})();
