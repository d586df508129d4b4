<q:test name="who asks for more than there is hears how many are left" page="/cart">
  <test:visit />
  <test:submit action="add" product_id="12" quantity="5" />
  <test:expect redirect="/sold-out?product=12" />
  <test:expect text="There are only 4 of the Woven rug left" />
</q:test>

<q:test name="a sold-out product is named, with others like it" page="/sold-out">
  <test:visit product="8" />
  <test:expect text="The Bedside light is sold out" />
  <test:expect text="Desk lamp" />
</q:test>

<q:test name="a product nobody knows cannot be sold out" page="/sold-out">
  <test:visit product="4711" />
  <test:expect text="We do not know that product" />
</q:test>

<q:test name="two lines of one product are one line" page="/cart">
  <test:visit />
  <test:submit action="add" product_id="1" quantity="2" />
  <test:submit action="add" product_id="1" quantity="3" />
  <test:expect table="cart_items" where="product_id=1 and quantity=5" count="1" />
  <test:expect text="€120.00" />
</q:test>

<q:test name="twenty of one thing is as much as a parcel holds" page="/cart">
  <test:visit />
  <test:submit action="add" product_id="1" quantity="21" />
  <test:expect error="quantity" />
  <test:expect table="cart_items" count="0" />
</q:test>
