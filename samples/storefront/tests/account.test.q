<q:test name="an address is saved for the next order" page="/account">
  <test:as user="Ana Duarte" role="customer" id="2" />
  <test:visit />
  <test:submit action="saveAddress" name="Ana Duarte" phone="+351 1" street="Praça 2" city="Porto" postcode="4000-001" country="PT" />
  <test:expect redirect="/account" flash="Your address is saved." />
  <test:expect table="customers" where="user_id=2 and postcode='4000-001'" count="1" />
</q:test>

<q:test name="a phone number has no letters" page="/account">
  <test:as user="Ana Duarte" role="customer" id="2" />
  <test:visit />
  <test:submit action="saveAddress" name="Ana Duarte" phone="call me" street="Praça 2" city="Porto" postcode="4000-001" country="PT" />
  <test:expect error="phone" />
  <test:expect table="customers" where="user_id=2 and city='Porto' and postcode='4050-262'" count="1" />
</q:test>

<q:test name="an account is for who signed in" page="/account">
  <test:visit />
  <test:expect redirect="/login" />
</q:test>

<q:test name="signing out leads home and closes the account" page="/logout">
  <test:as user="Ana Duarte" role="customer" id="2" />
  <test:visit />
  <test:submit action="signOut" />
  <test:expect redirect="/" flash="You are signed out. See you soon." />
  <test:visit path="/account" />
  <test:expect redirect="/login" />
</q:test>
