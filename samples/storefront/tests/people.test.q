<q:test name="the right password opens the account" page="/login">
  <test:visit />
  <test:submit action="signIn" email="ana@example.com" password="linden-demo" />
  <test:expect redirect="/account" flash="Welcome back, Ana Duarte." />
  <test:expect text="Hello, Ana Duarte" />
</q:test>

<q:test name="a wrong password is refused" page="/login">
  <test:visit />
  <test:submit action="signIn" email="ana@example.com" password="linden-demos" />
  <test:expect redirect="/login?next=%2Faccount" flash="That email and password do not belong together." />
</q:test>

<q:test name="signing in never leads to another site" page="/login">
  <test:visit />
  <test:submit action="signIn" email="ana@example.com" password="linden-demo" next="//elsewhere.example" />
  <test:expect error="next" />
</q:test>

<q:test name="a new customer is signed in at once" page="/register">
  <test:visit />
  <test:submit action="createAccount" name="Lena" email="Lena@example.com" password="ten-letters" />
  <test:expect redirect="/account" text="Hello, Lena" />
  <test:expect table="users" where="email='lena@example.com' and role='customer'" count="1" />
  <test:expect table="customers" where="user_id=4" count="1" />
</q:test>

<q:test name="a customer has no business in the back office" page="/admin">
  <test:as user="Ana" role="customer" id="2" />
  <test:visit />
  <test:expect status="403" />
</q:test>

<q:test name="an order can be moved on" page="/admin/orders">
  <test:as user="Nora" role="admin" id="1" />
  <test:visit />
  <test:submit action="setStatus" order="1003" status="sent" />
  <test:expect flash="Order 1003 is now sent." />
  <test:expect table="orders" where="id=1003 and status='sent'" count="1" />
</q:test>

<q:test name="a product can be changed without losing its picture" page="/admin/products/4">
  <test:as user="Nora" role="admin" id="1" />
  <test:visit />
  <test:submit action="save" name="Tea pot" summary="Four cups." description="No drips." material="Stoneware" category_id="1" price_cents="7000" stock="9" />
  <test:expect redirect="/admin/products" flash="Tea pot is saved." />
  <test:expect table="products" where="id=4 and name='Tea pot' and price_cents=7000 and image='teapot.svg' and featured=0" count="1" />
</q:test>
