<q:test name="the front page shows what is featured" page="/">
  <test:visit />
  <test:expect status="200" text="Quiet objects for a slower home" />
  <test:expect text="Stoneware mug" no-text="Beeswax candles" />
</q:test>

<q:test name="a search finds products by their material" page="/catalogue">
  <test:visit q="beeswax" />
  <test:expect text="Beeswax candles" no-text="Teapot" />
</q:test>

<q:test name="a search without a hit says so and shows the way on" page="/catalogue">
  <test:visit q="submarine" />
  <test:expect text="Nothing matches" />
</q:test>

<q:test name="a category narrows the catalogue" page="/catalogue">
  <test:visit category="desk" />
  <test:expect text="Wall clock" no-text="Dinner plate" />
</q:test>

<q:test name="a product made today can be visited" page="/">
  <test:given table="products" id="900" category_id="1" name="Salt cellar" price_cents="1250" stock="3" />
  <test:visit path="/product/900" />
  <test:expect text="€12.50" />
  <test:expect text="Only 3 left" />
</q:test>

<q:test name="an unknown product says so" page="/product/4711">
  <test:visit />
  <test:expect status="200" text="We could not find that product" />
</q:test>

<q:test name="a review appears below its product" page="/product/2">
  <test:visit />
  <test:submit action="review" author="Mia" rating="4" body="Holds more soup than it looks." />
  <test:expect redirect="/product/2" flash="Thank you, Mia. Your review is below." />
  <test:expect table="reviews" where="product_id=2 and author='Mia'" count="1" />
</q:test>

<q:test name="a review of three letters is refused" page="/product/2">
  <test:visit />
  <test:submit action="review" author="Mia" rating="4" body="Meh" />
  <test:expect error="body" message="Must be at least 10 characters" />
  <test:expect table="reviews" where="author='Mia'" count="0" />
</q:test>
