<q:test name="a new person appears in the list" page="/people/new">
  <test:visit />
  <test:submit action="create" name="Katherine" email="katherine@example.com" />
  <test:expect redirect="/" flash="Katherine is in the list." />
  <test:expect table="people" where="email='katherine@example.com'" count="1" />
</q:test>

<q:test name="an address without an @ is refused" page="/people/new">
  <test:visit />
  <test:submit action="create" name="Katherine" email="katherine" />
  <test:expect error="email" />
  <test:expect table="people" count="2" />
</q:test>

<q:test name="a removed person is gone" page="/people/1">
  <test:visit />
  <test:submit action="remove" />
  <test:expect redirect="/" no-text="Ada Lovelace" />
</q:test>
