<q:test name="a new book stands on its shelf" page="/books/new">
  <test:visit />
  <test:submit action="add" title="The Ninth Wave" author="Odd Berg" shelf="Novels" year="1971" copies="1" />
  <test:expect flash="The Ninth Wave stands on its shelf." />
  <test:expect table="books" where="title='The Ninth Wave' and copies=1" count="1" />
</q:test>

<q:test name="nobody enters the desk unasked" page="/desk">
  <test:visit />
  <test:expect redirect="/sign-in" />
</q:test>

<q:test name="a librarian sees the figures" page="/desk">
  <test:as user="Rosa" role="librarian" id="1" />
  <test:visit />
  <test:expect text="Readers" />
</q:test>
