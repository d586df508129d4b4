<q:component name="Account" require_auth="true">
  <q:import component="StoreLayout" from="_layout" />
  <q:import component="OrderStatus" from="_parts" />
  <q:import component="Price" from="_parts" />

  <q:action name="saveAddress" method="POST">
    <q:param name="name" type="string" required="true" minlength="2" maxlength="60" />
    <q:param name="phone" type="string" default="" pattern="^[0-9 +/()-]*$" maxlength="30" />
    <q:param name="street" type="string" required="true" minlength="3" maxlength="120" />
    <q:param name="city" type="string" required="true" minlength="2" maxlength="80" />
    <q:param name="postcode" type="string" required="true" pattern="^[A-Za-z0-9][A-Za-z0-9 \-]+$" maxlength="12" />
    <q:param name="country" type="string" required="true" enum="IE,GB,DE,FR,PT,US" />

    <q:transaction datasource="db">
      <q:query name="named" datasource="db">
        UPDATE users SET name = :name WHERE id = :user
        <q:param name="name" value="{name}" type="string" />
        <q:param name="user" value="{session.userId}" type="integer" />
      </q:query>
      <q:query name="saved" datasource="db">
        INSERT INTO customers (user_id, phone, street, city, postcode, country)
        VALUES (:user, :phone, :street, :city, :postcode, :country)
        ON CONFLICT (user_id) DO UPDATE SET phone = excluded.phone, street = excluded.street,
          city = excluded.city, postcode = excluded.postcode, country = excluded.country
        <q:param name="user" value="{session.userId}" type="integer" />
        <q:param name="phone" value="{form.phone}" type="string" />
        <q:param name="street" value="{street}" type="string" />
        <q:param name="city" value="{city}" type="string" />
        <q:param name="postcode" value="{postcode}" type="string" />
        <q:param name="country" value="{country}" type="string" />
      </q:query>
    </q:transaction>
    <q:set name="session.userName" value="{name}" />
    <q:flash type="success" message="Your address is saved." />
    <q:redirect url="/account" />
  </q:action>

  <q:query name="profile" datasource="db">
    SELECT u.name, u.email, u.created_at, coalesce(c.phone, '') AS phone, coalesce(c.street, '') AS street,
      coalesce(c.city, '') AS city, coalesce(c.postcode, '') AS postcode, coalesce(c.country, 'IE') AS country
    FROM users u LEFT JOIN customers c ON c.user_id = u.id WHERE u.id = :user
    <q:param name="user" value="{session.userId}" type="integer" />
  </q:query>
  <q:query name="recent" datasource="db">
    SELECT id, status, subtotal_cents + shipping_cents AS total_cents, created_at
    FROM orders WHERE user_id = :user ORDER BY id DESC LIMIT 3
    <q:param name="user" value="{session.userId}" type="integer" />
  </q:query>

  <StoreLayout title="Your account" active="account" flash="{flash}" flashType="{flashType}">
    <div class="page-head">
      <h1>Hello, {session.userName}</h1>
      <a class="button button-plain button-small" href="/logout">Sign out</a>
    </div>
    <div class="split">
      <div class="panel">
        <h2>Name and address</h2>
        <q:if condition="len(profile) == 1">
          <p class="muted">{profile[0].email}, with us since {dateFormat(profile[0].created_at, '%B %Y')}</p>
          <ui:form on-submit="saveAddress">
            <ui:hbox class="two">
              <ui:formitem label="Name"><ui:input bind="name" value="{profile[0].name}" /></ui:formitem>
              <ui:formitem label="Phone"><ui:input bind="phone" value="{profile[0].phone}" placeholder="Optional" /></ui:formitem>
            </ui:hbox>
            <ui:formitem label="Street and number"><ui:input bind="street" value="{profile[0].street}" /></ui:formitem>
            <ui:hbox class="two">
              <ui:formitem label="City"><ui:input bind="city" value="{profile[0].city}" /></ui:formitem>
              <ui:formitem label="Postcode"><ui:input bind="postcode" value="{profile[0].postcode}" /></ui:formitem>
            </ui:hbox>
            <ui:formitem label="Country">
              <ui:select bind="country" value="{profile[0].country}">
                <ui:option value="IE" label="Ireland" />
                <ui:option value="GB" label="United Kingdom" />
                <ui:option value="DE" label="Germany" />
                <ui:option value="FR" label="France" />
                <ui:option value="PT" label="Portugal" />
                <ui:option value="US" label="United States" />
              </ui:select>
            </ui:formitem>
            <ui:button variant="primary">Save address</ui:button>
          </ui:form>
        </q:if>
      </div>
      <aside class="panel summary">
        <h2>Latest orders</h2>
        <q:if condition="len(recent) == 0">
          <p class="muted">You have not ordered anything yet.</p>
          <q:else>
            <q:loop query="recent">
              <a class="order-row" href="/orders/{recent.id}"><span><strong>No. {recent.id}</strong><small>{dateFormat(recent.created_at, '%e %B %Y')}</small></span><OrderStatus status="{recent.status}" /><Price cents="{recent.total_cents}" /></a>
            </q:loop>
            <a class="quiet-link" href="/orders">All orders</a>
          </q:else>
        </q:if>
      </aside>
    </div>
  </StoreLayout>
</q:component>
