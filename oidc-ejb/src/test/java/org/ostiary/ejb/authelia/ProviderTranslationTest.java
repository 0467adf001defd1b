package org.ostiary.ejb.authelia;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.ostiary.ejb.config.AdministrationClient;
import org.ostiary.ejb.config.ConfigurationReader;
import org.ostiary.ejb.config.ConfigurationReport;
import org.ostiary.ejb.config.ConfiguredClient;
import org.ostiary.ejb.config.ConfiguredValues;
import org.ostiary.ejb.config.ProviderConfig;
import org.ostiary.ejb.protocol.client.AuthorizationPolicy;
import org.ostiary.ejb.yaml.SafeYaml;

class ProviderTranslationTest {

    private static final String WHOLE = """
            theme: dark
            authentication_backend:
              file:
                path: /config/users.yml
            access_control:
              networks:
                - name: 'office.lan'
                  networks: ['192.0.2.0/24']
            definitions:
              network:
                home: '198.51.100.7'
            session:
              cookies:
                - authelia_url: 'https://auth.example.com:443'
            identity_providers:
              oidc:
                hmac_secret: 'hmac-canary'
                jwks:
                  - key: 'key-canary'
                enable_client_debug_messages: false
                minimum_parameter_entropy: 12
                enforce_pkce: 'always'
                lifespans:
                  access_token: '2h'
                  refresh_token: '30d'
                  custom:
                    long.lived:
                      id_token: '1h30m'
                      grants:
                        authorize_code:
                          access_token: '45m'
                claims_policies:
                  with.groups:
                    id_token: ['groups']
                    custom_claims:
                      department:
                        attribute: 'dept'
                scopes:
                  work:
                    claims: ['department']
                cors:
                  endpoints: ['authorization', 'token', 'userinfo']
                  allowed_origins: ['https://app.example.com']
                authorization_policies:
                  staff.only:
                    default_policy: 'deny'
                    rules:
                      - policy: 'one_factor'
                        subject: ['user:jane', ['group:staff', 'group:a,b']]
                        networks: ['office.lan', 'home', '203.0.113.0/24']
                      - policy: 'two_factor'
                        subject: 'oauth2:client:robot'
                      - policy: 'two_factor'
                        subject: 'group:staff'
                clients:
                  - client_id: 'wiki.one'
                    client_name: 'Wiki, the: first = one'
                    client_secret: '%s'
                    redirect_uris:
                      - 'https://wiki.example.com/a,b'
                      - 'https://wiki.example.com/cb'
                    scopes: ['openid', 'profile', 'work', 'api:read']
                    grant_types: ['authorization_code', 'refresh_token']
                    authorization_policy: 'staff.only'
                    lifespan: 'long.lived'
                    claims_policy: 'with.groups'
                  - client_id: 'robot'
                    client_secret: '%s'
                    grant_types: ['client_credentials']
                    scopes: ['api:read']
                    audience: ['https://api.example.com']
            """.formatted(Authelia.DIGEST, Authelia.DIGEST);

    @Test
    @DisplayName("Part 12: what comes out is accepted by our own reader, and means what it meant")
    void isAcceptedByOurReader() {
        Translation whole = Translation.of(SafeYaml.load(WHOLE));
        ConfigurationReport report = ConfigurationReader.read(ConfiguredValues.of(whole.values()));
        assertThat(report.mistakes()).isEmpty();
        ProviderConfig config = report.require();
        assertThat(config.issuer().value()).isEqualTo("https://auth.example.com");
        assertThat(config.lifespans().accessToken()).hasHours(2);
        assertThat(config.lifespans().refresh().absolute()).hasDays(30);
        assertThat(config.clients())
                .extracting(each -> each.client().clientId())
                .containsExactly("robot", "wiki.one", AdministrationClient.ID);
        ConfiguredClient wiki = config.clients().get(1);
        assertThat(wiki.client().clientName()).isEqualTo("Wiki, the: first = one");
        assertThat(wiki.client().redirectUris())
                .containsExactly("https://wiki.example.com/a,b", "https://wiki.example.com/cb");
        assertThat(wiki.client().authorizationPolicy().standard()).isEqualTo(AuthorizationPolicy.DENY);
        assertThat(wiki.client().authorizationPolicy().rules()).hasSize(2);
        assertThat(whole.values())
                .containsEntry("oidc.policy.staff-only.rules[0].subject", "user:jane, [group:staff, group:a\\,b]")
                .containsEntry("oidc.policy.staff-only.rules[0].networks", "office-lan,home,203.0.113.0/24")
                .containsEntry("oidc.scope.api:read.claims", "")
                .containsEntry("oidc.cors.endpoints", "token,userinfo");
    }

    @Test
    @DisplayName("Part 12: the text of the file says what the values say")
    void writesAFileThatReadsTheSame() throws Exception {
        Translation whole = Translation.of(SafeYaml.load(WHOLE));
        java.util.Properties read = new java.util.Properties();
        read.load(new java.io.StringReader(whole.properties()));
        Map<String, String> values = new HashMap<>();
        read.stringPropertyNames().forEach(name -> values.put(name, read.getProperty(name)));
        assertThat(values).isEqualTo(whole.values());
    }

    @Test
    @DisplayName("Part 12: every option is reported, and no secret")
    void reportsEveryOption() {
        Translation whole = Translation.of(SafeYaml.load(WHOLE));
        assertThat(whole.report())
                .anyMatch(line -> line.startsWith("not needed: identity_providers.oidc.hmac_secret"))
                .anyMatch(line -> line.startsWith("not needed: identity_providers.oidc.jwks"))
                .anyMatch(line -> line.startsWith("not needed: authentication_backend"))
                .anyMatch(line -> line.startsWith("kept: identity_providers.oidc.minimum_parameter_entropy"))
                .anyMatch(line -> line.startsWith("LOST: identity_providers.oidc.cors.endpoints: authorization"))
                .noneMatch(line -> line.contains("canary"));
        assertThat(whole.properties()).doesNotContain("canary");
        assertThat(whole.report().get(whole.report().size() - 1)).matches("sum: kept \\d+, .*LOST 1");
    }

    @Test
    @DisplayName("Part 12: a rule that is not understood lets nobody in by its policy")
    void deniesWhatIsNotUnderstood() {
        Translation odd = Authelia.provider("""
                authorization_policies:
                  staff:
                    default_policy: 'one_factor'
                    rules:
                      - policy: 'deny'
                        subject: 'department:x'
                """);
        assertThat(odd.values()).containsEntry("oidc.policy.staff.default-policy", "deny");
        assertThat(odd.values().keySet()).noneMatch(key -> key.contains("rules"));
        assertThat(odd.complete()).isFalse();
    }

    @Test
    @DisplayName("Part 12: what is beyond our limits is at the limit, and reported")
    void keepsLimits() {
        Translation far = Authelia.provider("""
                minimum_parameter_entropy: 4
                lifespans:
                  access_token: '1 year'
                  authorize_code: '5s'
                  device_code: '10m'
                """);
        assertThat(far.values())
                .containsEntry("oidc.minimum-parameter-entropy", "8")
                .containsEntry("oidc.lifespans.access-token", "1d")
                .containsEntry("oidc.lifespans.authorize-code", "10s");
        assertThat(far.complete()).isFalse();
    }

    @Test
    @DisplayName("Part 12: without an address nobody knows the issuer")
    void asksForTheIssuer() {
        Translation bare = Translation.of(SafeYaml.load("identity_providers: {oidc: {enforce_pkce: never}}"));
        assertThat(bare.values()).doesNotContainKey("oidc.issuer").containsEntry("oidc.enforce-pkce", "never");
        assertThat(bare.report()).anyMatch(line -> line.startsWith("LOST: session.cookies"));
    }
}
