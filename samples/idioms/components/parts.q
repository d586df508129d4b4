<q:component name="Parts">
  <!-- HTML beyond the everyday: custom elements, dialogs, templates, media, mathematics. -->
  <q:import component="Frame" from="_layout" />
  <Frame title="Parts">
    <book-card book-id="7" heading="{upper('ten')}"><span slot="author">Maren Oduya</span></book-card>
    <details open><summary>More</summary><p>Text</p></details>
    <dialog id="d" aria-labelledby="dt"><h2 id="dt">A dialog</h2><form method="dialog"><button value="ok">OK</button></form></dialog>
    <template id="row"><tr><td class="name"></td></tr></template>
    <picture><source srcset="/static/lamp.svg" media="(min-width: 40em)" type="image/svg+xml"><img src="/static/lamp.svg" alt="" width="24" height="24" loading="lazy" decoding="async"></picture>
    <video controls muted preload="none" poster="/static/lamp.svg"><source src="https://example.org/a.mp4" type="video/mp4"><track kind="captions" srclang="en" src="https://example.org/a.vtt" default>No video.</video>
    <iframe src="about:blank" title="Map" width="300" height="200" loading="lazy" allowfullscreen></iframe>
    <canvas id="c" width="10" height="10"></canvas> <meter min="0" max="10" value="7">7 of 10</meter> <output for="a b">3</output>
    <math><mrow><msup><mi>x</mi><mn>2</mn></msup><mo>+</mo><mn>1</mn></mrow></math>
    <map name="m"><area shape="rect" coords="0,0,1,1" href="/books" alt="Books"></map>
    <table><colgroup><col span="2"><col class="x"></colgroup><tbody><tr><td>a</td><td>b</td><td>c</td></tr></tbody></table>
    <address>Mill Lane 3<br>Harbour<br/><a href="tel:+441234">+44 1234</a>, <a href="mailto:desk@library.example?subject=Hello%20there">mail</a></address>
    <button type="button" popovertarget="tip" disabled>Tip</button><div id="tip" popover="auto" role="tooltip">Hello</div>
    <noscript>Works without scripts.</noscript>
    <hr>
  </Frame>
</q:component>
