<q:test name="nine products stand on a page, the rest on the next" page="/catalogue">
  <test:visit order="cheap" />
  <test:expect text="Cloth notebook" no-text="Woven rug" />
  <test:visit order="cheap" page="3" />
  <test:expect text="Woven rug" no-text="Cloth notebook" />
</q:test>

<q:test name="the dearest come first where one asks for them" page="/catalogue">
  <test:visit order="dear" />
  <test:expect text="Woven rug" no-text="Cloth notebook" />
</q:test>

<q:test name="a search stays in its category" page="/catalogue">
  <test:visit q="stoneware" category="desk" />
  <test:expect text="Pencil cup" no-text="Stoneware mug" />
</q:test>

<q:test name="a search is no SQL" page="/catalogue">
  <test:visit q="' OR '1'='1" />
  <test:expect text="Nothing matches" />
</q:test>

<q:test name="a category nobody has is empty" page="/catalogue">
  <test:visit category="boats" />
  <test:expect text="Nothing matches" />
</q:test>
