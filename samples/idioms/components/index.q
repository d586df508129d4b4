<?xml version="1.0" encoding="UTF-8"?>
<!-- The front page: figures, one list in another, a chain of conditions. -->
<q:component name="Index" xmlns:q="https://quantum.lang/ns">
  <q:import component="Frame" from="_layout" />

  <q:query name="shelves" datasource="library">
    SELECT shelf, count(*) AS titles, sum(copies) AS copies FROM books GROUP BY shelf ORDER BY shelf
  </q:query>
  <q:query name="titles" datasource="library">SELECT title, shelf, copies FROM books ORDER BY title</q:query>
  <q:set name="hour" type="integer" value="{int(dateFormat(now(), '%H'))}" />

  <Frame title="Welcome" message="{flash}" kind="{flashType or 'info'}">
    <q:if condition="hour &lt; 6">
      <h1>Still awake?</h1>
      <q:elseif condition="hour >= 6 and hour &lt; 12"><h1>Good morning</h1></q:elseif>
      <q:elseif condition="{hour &gt;= 12} &amp;&amp; {hour &lt; 18}"><h1>Good afternoon</h1></q:elseif>
      <q:else><h1>Good evening</h1></q:else>
    </q:if>
    <p>{len(titles)} titles on {len(shelves)} shelves.</p>
    <q:loop query="shelves">
      <section>
        <h2>{shelves.shelf} <small>({shelves.copies} {'copy' if shelves.copies == 1 else 'copies'})</small></h2>
        <ul>
          <q:loop items="{titles}" var="book" index="position">
            <q:if condition="book.shelf == shelves.shelf">
              <li data-position="{position}">{book.title}<q:if condition="book.copies == 0"> <em>(all lent)</em></q:if></li>
            </q:if>
          </q:loop>
        </ul>
      </section>
    </q:loop>
  </Frame>
</q:component>
