<q:component name="Loans" require_auth="true">
  <!-- Who is signed in, from the session; dates compared and written. -->
  <q:import component="Frame" from="_layout" />
  <q:import component="Amount" from="_parts" />
  <q:query name="loans" datasource="library">
    SELECT l.id, b.title, l.due, l.returned, l.returned IS NULL AND l.due &lt; date('now') AS late
    FROM loans l INNER JOIN books b ON b.id = l.book_id
    WHERE l.member_id = :member
    ORDER BY l.due DESC
    <q:param name="member" value="{session.userId}" type="integer" />
  </q:query>
  <q:function name="state">
    <q:param name="loan" type="object" required="true" />
    <q:if condition="loan.returned"><q:return value="back since {dateFormat(loan.returned, '%d %B')}" /></q:if>
    <q:if condition="loan.late"><q:return value="late" /></q:if>
    <q:return value="due {dateFormat(loan.due, '%d %B %Y')}" />
  </q:function>
  <Frame title="Your loans" message="{flash}" kind="{flashType or 'info'}">
    <h1>{session.userName}</h1>
    <q:if condition="len(loans) > 0">
      <dl>
        <q:loop items="{loans}" var="loan">
          <dt>{loan.title}</dt>
          <dd><time datetime="{loan.due}">{state(loan)}</time></dd>
        </q:loop>
      </dl>
      <p>Last fee: <Amount cents="{len(loans) * 35}" /></p>
      <q:else><p>Nothing is lent to you.</p></q:else>
    </q:if>
    <q:if condition="session.userRole == 'librarian'"><a href="/desk">The desk</a></q:if>
    <a href="/sign-out">Sign out</a>
  </Frame>
</q:component>
