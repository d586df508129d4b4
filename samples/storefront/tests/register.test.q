<q:test name="a short password opens no account" page="/register">
  <test:visit />
  <test:submit action="createAccount" name="Lena" email="lena@example.com" password="nine-char" />
  <test:expect error="password" />
  <test:expect table="users" where="email='lena@example.com'" count="0" />
</q:test>

<q:test name="an address that is none opens no account" page="/register">
  <test:visit />
  <test:submit action="createAccount" name="Lena" email="lena at home" password="ten-letters" />
  <test:expect error="email" />
  <test:expect table="users" count="3" />
</q:test>

<q:test name="one address, one account" page="/register">
  <test:visit />
  <test:submit action="createAccount" name="Ana" email="ana@example.com" password="ten-letters" />
  <test:expect redirect="/login" />
  <test:expect table="users" where="email='ana@example.com'" count="1" />
</q:test>
