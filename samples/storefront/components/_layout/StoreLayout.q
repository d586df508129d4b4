<q:component name="StoreLayout">
  <!--
    The frame of every shop page. Use it as
      <q:import component="StoreLayout" from="_layout" />
      <StoreLayout title="About us" active="about" flash="{flash}" flashType="{flashType}">…</StoreLayout>
  -->
  <q:import component="SiteHead" from="_parts" />
  <q:import component="Flash" from="_parts" />

  <q:param name="title" type="string" required="true" />
  <q:param name="active" type="string" default="" />
  <q:param name="term" type="string" default="" />
  <q:param name="flash" type="string" default="" />
  <q:param name="flashType" type="string" default="info" />

  <html lang="en">
    <SiteHead title="{title}" />
    <body>
      <q:if condition="application.announcement">
        <p class="announcement">{application.announcement}</p>
        <q:else>
          <p class="announcement">Free shipping in Europe from €80 · Thirty days to change your mind</p>
        </q:else>
      </q:if>
      <header class="site-head">
        <div class="wrap site-bar">
          <a class="brand" href="/"><img src="/static/mark.svg" alt="" width="36" height="36" /><span>Linden &amp; Clay</span></a>
          <nav class="site-nav" aria-label="Main">
            <a href="/catalogue" class="{'here' if active == 'catalogue' else ''}">Shop</a>
            <a href="/about" class="{'here' if active == 'about' else ''}">About</a>
            <q:if condition="session.userRole == 'admin'">
              <a href="/admin">Admin</a>
            </q:if>
          </nav>
          <form class="site-search" action="/catalogue" method="get" role="search">
            <input type="search" name="q" value="{term}" placeholder="Search the shop" aria-label="Search the shop" />
          </form>
          <div class="site-tools">
            <q:if condition="session.authenticated">
              <a href="/account" class="{'tool here' if active == 'account' else 'tool'}">{session.userName}</a>
              <q:else>
                <a href="/login" class="{'tool here' if active == 'login' else 'tool'}">Sign in</a>
              </q:else>
            </q:if>
            <a href="/cart" class="{'tool cart-link here' if active == 'cart' else 'tool cart-link'}">Cart
              <q:if condition="session.cartCount">
                <b class="cart-count">{session.cartCount}</b>
              </q:if>
            </a>
          </div>
        </div>
      </header>
      <main class="wrap">
        <Flash message="{flash}" kind="{flashType}" />
        <q:slot><p>Nothing here yet.</p></q:slot>
      </main>
      <footer class="site-foot">
        <div class="wrap foot-grid">
          <div>
            <a class="brand" href="/"><img src="/static/mark.svg" alt="" width="32" height="32" /><span>Linden &amp; Clay</span></a>
            <p>Quiet objects for a slower home, made in small batches and meant to be kept.</p>
          </div>
          <nav aria-label="Shop">
            <h4>Shop</h4>
            <a href="/catalogue">Everything</a>
            <a href="/catalogue?category=tableware">Tableware</a>
            <a href="/catalogue?category=lighting">Lighting</a>
            <a href="/catalogue?category=garden">Plants</a>
          </nav>
          <nav aria-label="Service">
            <h4>Service</h4>
            <a href="/orders">Your orders</a>
            <a href="/account">Your account</a>
            <a href="/about">Where to find us</a>
          </nav>
        </div>
        <p class="wrap foot-note">A demonstration shop written in Quantum. Nothing here can be bought.</p>
      </footer>
    </body>
  </html>
</q:component>
