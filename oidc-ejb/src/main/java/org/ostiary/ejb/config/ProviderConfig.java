package org.ostiary.ejb.config;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.ostiary.ejb.protocol.Issuer;
import org.ostiary.ejb.protocol.authorize.AuthorizationRules;
import org.ostiary.ejb.protocol.client.JwsAlgorithm;

/**
 * Everything the operator configured, read once at start. Each component is one key, in kebab-case below {@code oidc.};
 * {@code docs/configuration.md} lists keys, defaults and limits.
 *
 * @param databaseUrl JDBC URL; an administrator's JNDI resource {@code jdbc/oidc} wins over it
 * @param masterKey 32 bytes in base64, or null when the key is in {@code masterKeyFile}
 * @param masterKeyFile where the master key is read from, and written to on a first start without one
 * @param accountsFile accounts to import at start, or null
 * @param subjectsFile subject identifiers of Authelia to take over at start, or null
 * @param ldap the directory whose people may log in, or null
 * @param minimumParameterEntropy fewest characters of {@code state} and {@code nonce} without S256; -1 is off
 * @param discoverySignedResponseAlg what the provider's metadata are signed with as well; null for not at all
 * @param trustedProxies addresses or CIDR blocks whose forwarded headers are believed
 * @param outbound whom the server may call when a client named the address
 * @param passwordHashConcurrency how many password hashes are computed at the same time
 * @param customScopes the operator's own scopes, each with the claims it releases
 * @param extraAttributes what the attributes of accounts are that the operator declared
 * @param mail what is written to people
 * @param pages how the pages look and read
 * @param registration whether people may make themselves an account
 * @param administration who administers the provider
 * @param cleanUpInterval how often expired rows are deleted; zero for never
 * @param operation how the running server is watched
 */
public record ProviderConfig(
        Issuer issuer,
        Path dataDirectory,
        String databaseUrl,
        @Nullable String masterKey,
        Path masterKeyFile,
        OtherMasterKey otherMasterKey,
        @Nullable Path accountsFile,
        @Nullable Path subjectsFile,
        @Nullable LdapConfig ldap,
        Lifespans lifespans,
        SessionLimits session,
        EnforcePkce enforcePkce,
        boolean requirePushedAuthorizationRequests,
        boolean enablePkcePlainChallenge,
        boolean enableTokenResponseTypes,
        int minimumParameterEntropy,
        boolean enableClientDebugMessages,
        @Nullable JwsAlgorithm discoverySignedResponseAlg,
        Cors cors,
        SignatureProvider signatureProvider,
        KeyLifetimes keys,
        KeyOrders keyOrders,
        List<String> trustedProxies,
        Outbound outbound,
        int passwordHashConcurrency,
        RateLimits rateLimits,
        RegulationRules regulation,
        MailSettings mail,
        PageSettings pages,
        Duration cleanUpInterval,
        OperationSettings operation,
        boolean allowInsecureRedirectUris,
        boolean registration,
        AdministrationRules administration,
        Map<String, Set<String>> customScopes,
        Map<String, AttributeType> extraAttributes,
        List<ConfiguredClient> clients) {

    public ProviderConfig {
        customScopes = Collections.unmodifiableMap(new LinkedHashMap<>(customScopes));
        extraAttributes = Map.copyOf(extraAttributes);
        trustedProxies = List.copyOf(trustedProxies);
        clients = List.copyOf(clients);
    }

    /**
     * What all authorization requests are judged by.
     *
     * @param scopesKnown every scope that has a meaning now
     */
    public AuthorizationRules authorizationRules(Set<String> scopesKnown) {
        return new AuthorizationRules(
                minimumParameterEntropy, enablePkcePlainChallenge, enableTokenResponseTypes, registration, scopesKnown);
    }

    /** The audience of access tokens for the administration (RFC 9700, section 2.3). */
    public String administrationAudience() {
        return issuer.endpoint("/api/admin/v1");
    }

    /** Without the master key and without what a database URL may carry as password. */
    @Override
    public String toString() {
        return "ProviderConfig[issuer=" + issuer + ", dataDirectory=" + dataDirectory + ", clients=" + clients.size()
                + "]";
    }
}
