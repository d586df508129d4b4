<q:component name="BookCard">
  <!-- Props of several types, one of them an object, one with a default. -->
  <q:param name="book" type="object" required="true" />
  <q:param name="level" type="integer" default="3" />
  <q:param name="compact" type="boolean" default="false" />

  <q:function name="century" returnType="integer">
    <q:param name="year" type="integer" required="true" />
    <q:return value="{(year - 1) // 100 + 1}" />
  </q:function>

  <article class="{'book compact' if compact else 'book'}" aria-labelledby="book-{book.id}">
    <h3 id="book-{book.id}">{book.title}</h3>
    <p>by {book.author}, {century(book.year)}th century</p>
    <q:if condition="not compact and level &lt; 4"><p>Shelf {level}</p></q:if>
    <div class="more"><q:slot>No more is known.</q:slot></div>
  </article>
</q:component>
