<q:component name="Words">
  <!-- Text of many languages: quotes, entities, signs that look like code. -->
  <q:import component="Frame" from="_layout" />
  <q:set name="name" value="O'Hara &amp; &quot;Söhne&quot;" />
  <q:set name="greeting" value="{'Guten Tag, ' + name + '!'}" />
  <q:set name="langs" type="array" value='[{"code": "en", "text": "Don&apos;t"}, {"code": "fr", "text": "L’été"}]' />
  <Frame title="L’élève &amp; „Ärger“" lang="fr">
    <p lang="de">„{greeting}“ – 5 &lt; 7, 7 > 5, 3 × 4 = {3 * 4}; 100&nbsp;% &hellip; &frac12; &euro;&#8239;2 &#x2713;</p>
    <p lang="fr">« Aujourd’hui, c’est {upper('l’été')} » : 20&nbsp;° &mdash; R&D, AT&T, a && b, Q&amp;A</p>
    <p lang="ar" dir="rtl">مرحبا {name}</p>
    <p lang="ja">図書館<ruby>図<rt>と</rt></ruby> 😀 👩🏽‍🚀</p>
    <p>He said "no", she said 'yes'; it's 6' 2" tall. A dollar: $5, ${5}, 50% of it. Semicolons; colons: and #hashes @home.</p>
    <q:loop items="{langs}" var="one"><p lang="{one.code}" title="{one.text}: &quot;{one.code}&quot;">{one.text}</p></q:loop>
    <p>{'It\'s quoted'}, {"double 'inside'"}, {'a' if name == "O'Hara" else 'b'}, {replace('a-b', '-', ' &amp; ')}</p>
    <pre>indent
    as it is &lt;tag&gt;</pre>
    <kbd>Ctrl</kbd>+<kbd>C</kbd> <wbr><bdi>x</bdi> H<sub>2</sub>O m<sup>2</sup> <q cite="/books">quoted</q> <mark>found</mark> <del>old</del> <ins>new</ins>
  </Frame>
</q:component>
