<q:test name="an order shows what was in it and where it goes" page="/orders/1001">
  <test:as user="Ana Duarte" role="customer" id="2" />
  <test:visit />
  <test:expect text="Wool throw" />
  <test:expect text="Delivered" no-text="On its way" />
</q:test>

<q:test name="a customer sees the orders that are theirs" page="/orders">
  <test:as user="Tom Okafor" role="customer" id="3" />
  <test:visit />
  <test:expect text="No. 1002" no-text="No. 1001" />
</q:test>

<q:test name="who never ordered is told so" page="/orders">
  <test:given table="users" id="50" email="new@example.com" name="New" role="customer" />
  <test:as user="New" role="customer" id="50" />
  <test:visit />
  <test:expect text="No orders yet" />
</q:test>

<q:test name="the shops that carry our things are listed" page="/about">
  <test:visit />
  <test:expect text="We sell what we would keep" />
  <test:expect text="shops carry our things" />
</q:test>

<q:test name="a note reaches the parcel" page="/cart">
  <test:as user="Tom Okafor" role="customer" id="3" />
  <test:visit />
  <test:submit action="add" product_id="20" quantity="1" />
  <test:visit path="/checkout" />
  <test:submit action="placeOrder" recipient="Tom Okafor" street="77 Mill Road" city="Cambridge" postcode="CB1 2AS" country="GB" note="Ring twice" />
  <test:expect text="Ring twice" />
  <test:expect table="orders" where="note='Ring twice' and shipping_cents=650" count="1" />
</q:test>

<q:test name="nothing can be ordered with an empty cart" page="/checkout">
  <test:as user="Ana Duarte" role="customer" id="2" />
  <test:visit />
  <test:expect text="There is nothing to check out" />
  <test:expect table="orders" count="4" />
</q:test>
