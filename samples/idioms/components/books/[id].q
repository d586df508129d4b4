<q:component name="Book">
  <!-- One row by the address; two actions told apart by a hidden field; a component with content. -->
  <q:import component="Frame" from="_layout" />
  <q:import component="BookCard" from="_parts" as="Card" />
  <q:param name="id" type="integer" required="true" />

  <q:action name="rename" method="POST">
    <q:param name="title" type="string" required="true" minlength="2" />
    <q:query datasource="library" name="renamed">
      UPDATE books SET title = :title WHERE id = :id
      <q:param name="title" value="{title}" type="string" />
      <q:param name="id" value="{id}" type="integer" />
    </q:query>
    <q:flash type="success">Now called “{title}”.</q:flash>
    <q:redirect url="/books/{id}" />
  </q:action>
  <q:action name="copy" method="POST">
    <q:query datasource="library" name="copied">
      UPDATE books SET copies = copies + 1 WHERE id = :id
      <q:param name="id" value="{id}" type="integer" />
    </q:query>
    <q:if condition="copied_result.affectedRows == 0"><q:redirect url="/books" flash="There is no such book." /></q:if>
    <q:redirect to="/books/{id}" flash="One copy more." />
  </q:action>

  <q:query name="found" datasource="library">
    SELECT id, title, author, shelf, year, copies, note FROM books WHERE id = :id
    <q:param name="id" value="{id}" type="integer" />
  </q:query>

  <Frame title="{found[0].title if len(found) == 1 else 'No such book'}" here="books" message="{flash}" kind="{flashType or 'info'}">
    <q:if condition="len(found) == 1">
      <Card book="{found[0]}" level="2"><p>{found.copies} on the shelf “{found.shelf}”. {found.note}</p></Card>
      <form method="post">
        <input type="hidden" name="action" value="rename">
        <label>Title <input name="title" value="{found.title}" required minlength="2"></label>
        <button>Rename</button>
      </form>
      <form method="post"><input type="hidden" name="action" value="copy"><button>One copy more</button></form>
      <q:else><p>We have no book {id}. <a href="/books">All books</a></p></q:else>
    </q:if>
  </Frame>
</q:component>
