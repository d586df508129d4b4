<q:test name="the overview adds up what was ordered and not cancelled" page="/admin">
  <test:as user="Nora" role="admin" id="1" />
  <test:visit />
  <test:expect text="€309.00" />
</q:test>

<q:test name="an announcement stands above the shop" page="/admin">
  <test:as user="Nora" role="admin" id="1" />
  <test:visit />
  <test:submit action="announce" announcement="Closed on Monday" />
  <test:expect flash="The announcement is up." />
  <test:visit path="/" />
  <test:expect text="Closed on Monday" />
</q:test>

<q:test name="orders can be looked at by their state" page="/admin/orders">
  <test:as user="Nora" role="admin" id="1" />
  <test:visit status="sent" />
  <test:expect text="tom@example.com" no-text="ana@example.com" />
</q:test>

<q:test name="a state there is not is refused" page="/admin/orders">
  <test:as user="Nora" role="admin" id="1" />
  <test:visit />
  <test:submit action="setStatus" order="1003" status="lost" />
  <test:expect error="status" />
  <test:expect table="orders" where="id=1003 and status='packed'" count="1" />
</q:test>

<q:test name="an order that is not there cannot be moved" page="/admin/orders">
  <test:as user="Nora" role="admin" id="1" />
  <test:visit />
  <test:submit action="setStatus" order="9999" status="sent" />
  <test:expect flash="There is no order 9999." />
</q:test>

<q:test name="products are found by their category" page="/admin/products">
  <test:as user="Nora" role="admin" id="1" />
  <test:visit q="lighting" />
  <test:expect text="Desk lamp" no-text="Teapot" />
</q:test>

<q:test name="a price of nothing is refused" page="/admin/products/4">
  <test:as user="Nora" role="admin" id="1" />
  <test:visit />
  <test:submit action="save" name="Teapot" summary="Four cups." description="No drips." material="Stoneware" category_id="1" price_cents="0" stock="9" />
  <test:expect error="price_cents" />
  <test:expect table="products" where="id=4 and price_cents=6800" count="1" />
</q:test>
