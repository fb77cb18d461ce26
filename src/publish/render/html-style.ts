/** The page's style: a serif for reading, black on white, nothing loaded from anywhere. */
export const htmlStyle = `
:root { color-scheme: light; }
body { margin: 0 auto; padding: 2rem 1.25rem 4rem; max-width: 44rem; color: #111; background: #fff;
  font: 1.0625rem/1.5 "Source Serif 4", "Liberation Serif", "Times New Roman", serif; overflow-wrap: break-word; }
h1 { font-size: 1.75rem; line-height: 1.2; margin: 1.5rem 0 1rem; }
h2 { font-size: 1.2rem; line-height: 1.3; margin: 2rem 0 .75rem; }
p, li, td, th, dd { text-align: start; }
.marking { border: 2px solid #111; padding: .6rem .9rem; margin: 0 0 1.5rem; font-weight: 700; }
.marking p { margin: .25rem 0; }
address { font-style: normal; margin: 0 0 1rem; }
.lines { white-space: pre-wrap; }
table { border-collapse: collapse; width: 100%; margin: 0 0 1rem; font-size: .95em; }
th, td { vertical-align: top; padding: .35rem .5rem; border-top: 1px solid #777; border-bottom: 1px solid #777; }
.fields th { width: 34%; }
ol, ul { padding-inline-start: 2rem; }
li { margin: .5rem 0; }
figure { margin: 1rem 0; padding-inline-start: .9rem; border-inline-start: 3px solid #777; }
blockquote { margin: 0; }
figcaption { margin-top: .25rem; }
sup { line-height: 0; font-size: .72em; }
a { color: #0b3d91; }
.stamp, .mark { font-size: .85rem; color: #333; }
.stamp { text-align: end; letter-spacing: .06em; font-weight: 700; }
.mark { border-top: 1px solid #777; margin-top: 3rem; padding-top: .5rem; }
.notes { font-size: .9rem; }
@media print {
  @page { size: A4; margin: 25mm 25mm 22mm 27mm; }
  body { max-width: none; padding: 0; font-size: 11pt; }
  a { color: inherit; text-decoration: none; }
  h2 { break-after: avoid; }
  tr, figure { break-inside: avoid; }
  thead { display: table-header-group; }
}
`
