// The outlines' style sheet. `all: initial` on the host, because inherited properties cross into a shadow root; important rules inside win over
// important ones of the page (https://www.w3.org/TR/css-scoping-1/#shadow-cascading).

export const OUTLINE_STYLE = `
:host {
  all: initial !important;
  position: fixed !important;
  inset: 0 !important;
  display: block !important;
  inline-size: auto !important;
  block-size: auto !important;
  overflow: clip !important;
  pointer-events: none !important;
  z-index: 2147483647 !important;
}
.box {
  position: absolute;
  top: 0;
  left: 0;
  box-sizing: border-box;
  border: 3px solid #b3261e;
  border-radius: 3px;
  outline: 2px solid #fff;
  box-shadow: 0 0 0 3px rgb(0 0 0 / 0.35);
}
.tag {
  position: absolute;
  top: -3px;
  left: -3px;
  min-width: 18px;
  padding: 0 4px;
  box-sizing: border-box;
  border-radius: 3px 0 3px 0;
  background: #b3261e;
  color: #fff;
  font: 600 12px/18px system-ui, sans-serif;
  text-align: center;
  white-space: nowrap;
}
@media print { .box { display: none; } }
@media (forced-colors: active) {
  .box { border-color: Highlight; outline-color: Canvas; box-shadow: none; }
  .tag { background: Highlight; color: HighlightText; forced-color-adjust: none; }
}
`;
