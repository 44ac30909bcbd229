// `upgrade-insecure-requests` in the configuration of common servers, and as markup.
// https://www.w3.org/TR/upgrade-insecure-requests/

export const SERVERS = [
  'nginx',
  'apache',
  'caddy',
  'iis',
  'node',
  'cloudflare',
  'cloudfront',
  'wordpress',
  'meta',
] as const;
export type Server = (typeof SERVERS)[number];

/** The lines to copy. The words explain where to write them: `fix_where_` and the name of the server. */
export const SERVER_FIXES: Readonly<Record<Server, string>> = {
  nginx: `add_header Content-Security-Policy "upgrade-insecure-requests" always;`,
  apache: `Header always set Content-Security-Policy "upgrade-insecure-requests"`,
  caddy: `header Content-Security-Policy "upgrade-insecure-requests"`,
  iis: `<system.webServer>
  <httpProtocol>
    <customHeaders>
      <add name="Content-Security-Policy" value="upgrade-insecure-requests" />
    </customHeaders>
  </httpProtocol>
</system.webServer>`,
  node: `// Express
app.use((request, response, next) => {
  response.setHeader('Content-Security-Policy', 'upgrade-insecure-requests');
  next();
});

// node:http
response.setHeader('Content-Security-Policy', 'upgrade-insecure-requests');`,
  cloudflare: `Set static
Header name: Content-Security-Policy
Value: upgrade-insecure-requests`,
  cloudfront: `{
  "Name": "upgrade-insecure-requests",
  "SecurityHeadersConfig": {
    "ContentSecurityPolicy": {
      "Override": true,
      "ContentSecurityPolicy": "upgrade-insecure-requests"
    }
  }
}`,
  wordpress: `add_action('send_headers', function () {
    header('Content-Security-Policy: upgrade-insecure-requests', false);
});`,
  meta: `<meta http-equiv="Content-Security-Policy" content="upgrade-insecure-requests">`,
};

/** What the header does not change, most surprising first. The words have a sentence for each: `fix_limit_` and this name. */
export const FIX_LIMITS = ['no-https', 'links', 'forms', 'workers', 'first-visit', 'embedded'] as const;
