<q:component name="AdminLayout">
  <!-- The frame of the back office. It protects nothing: each page says require_auth and require_role itself. -->
  <q:import component="SiteHead" from="_parts" />
  <q:import component="Flash" from="_parts" />

  <q:param name="title" type="string" required="true" />
  <q:param name="active" type="string" default="" />
  <q:param name="flash" type="string" default="" />
  <q:param name="flashType" type="string" default="info" />

  <html lang="en">
    <SiteHead title="{title}" />
    <body class="admin">
      <aside class="admin-side">
        <a class="brand" href="/admin"><img src="/static/mark.svg" alt="" width="32" height="32" /><span>Back office</span></a>
        <nav aria-label="Back office">
          <a href="/admin" class="{'here' if active == 'dashboard' else ''}">Overview</a>
          <a href="/admin/orders" class="{'here' if active == 'orders' else ''}">Orders</a>
          <a href="/admin/products" class="{'here' if active == 'products' else ''}">Products</a>
          <a href="/admin/stock" class="{'here' if active == 'stock' else ''}">Stock</a>
        </nav>
        <div class="admin-who">
          <span>{session.userName}</span>
          <a href="/">View the shop</a>
          <a href="/logout">Sign out</a>
        </div>
      </aside>
      <main class="admin-main">
        <h1>{title}</h1>
        <Flash message="{flash}" kind="{flashType}" />
        <q:slot />
      </main>
    </body>
  </html>
</q:component>
