<q:test name="what is added stands in the cart" page="/cart">
  <test:visit />
  <test:submit action="add" product_id="1" quantity="2" />
  <test:expect redirect="/cart" flash="Stoneware mug is in your cart." />
  <test:expect text="€48.00" />
  <test:expect table="cart_items" where="product_id=1 and quantity=2" count="1" />
</q:test>

<q:test name="a sold-out product never enters the cart" page="/cart">
  <test:visit />
  <test:submit action="add" product_id="8" quantity="1" />
  <test:expect redirect="/sold-out?product=8" />
  <test:expect table="cart_items" count="0" />
</q:test>

<q:test name="setting a quantity to zero removes the line" page="/cart">
  <test:visit />
  <test:submit action="add" product_id="20" quantity="1" />
  <test:submit action="update" product_id="20" quantity="0" />
  <test:expect text="Your cart is empty" />
  <test:expect table="cart_items" count="0" />
</q:test>

<q:test name="checking out asks a visitor to sign in" page="/checkout">
  <test:visit />
  <test:expect redirect="/login?next=/checkout" flash="Sign in to place your order." />
</q:test>

<q:test name="an order takes its products off the shelf" page="/cart">
  <test:as user="Ana" role="customer" id="2" />
  <test:visit />
  <test:submit action="add" product_id="4" quantity="1" />
  <test:visit path="/checkout" />
  <test:submit action="placeOrder" recipient="Ana Duarte" street="Rua das Flores 18" city="Porto" postcode="4050-262" country="PT" />
  <test:expect flash="Thank you. Your order 1005 is with us." />
  <test:expect table="orders" where="id=1005 and user_id=2 and subtotal_cents=6800 and shipping_cents=950" count="1" />
  <test:expect table="products" where="id=4 and stock=8" count="1" />
  <test:expect table="cart_items" count="0" />
</q:test>

<q:test name="an order from eighty euros on travels free within Europe" page="/cart">
  <test:as user="Ana" role="customer" id="2" />
  <test:visit />
  <test:submit action="add" product_id="9" quantity="1" />
  <test:visit path="/checkout" />
  <test:submit action="placeOrder" recipient="Ana Duarte" street="Rua das Flores 18" city="Porto" postcode="4050-262" country="PT" />
  <test:expect table="orders" where="id=1005 and shipping_cents=0" count="1" />
</q:test>

<q:test name="an order nobody can deliver is refused by the form" page="/cart">
  <test:as user="Ana" role="customer" id="2" />
  <test:visit />
  <test:submit action="add" product_id="1" quantity="1" />
  <test:visit path="/checkout" />
  <test:submit action="placeOrder" recipient="Ana Duarte" street="Main Street 1" city="Atlantis" postcode="12345" country="XX" />
  <test:expect error="country" />
  <test:expect table="orders" count="4" />
</q:test>

<q:test name="nobody reads another customer's order" page="/orders/1002">
  <test:as user="Ana" role="customer" id="2" />
  <test:visit />
  <test:expect text="There is no such order" no-text="Mill Road" />
</q:test>
