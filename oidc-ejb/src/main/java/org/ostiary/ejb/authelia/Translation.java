package org.ostiary.ejb.authelia;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.ostiary.ejb.protocol.Issuer;
import org.ostiary.ejb.protocol.client.RedirectUriRegistration;

/**
 * What a configuration of Authelia is in our words.
 *
 * @param values our keys; our own reader takes them as they are, with an issuer added where none was found
 * @param properties the same as the text of a file, with remarks
 * @param report a line for each option
 * @param lines the same one by one
 * @param complete whether nothing was lost
 */
public record Translation(
        Map<String, String> values, String properties, List<String> report, List<ReportLine> lines, boolean complete) {

    /** More than anybody has; judging them takes time. */
    public static final int MOST_CLIENTS = 1_000;

    private static final String ISSUER = "oidc.issuer";

    public Translation {
        values = Map.copyOf(values);
        report = List.copyOf(report);
        lines = List.copyOf(lines);
    }

    /** Without values, which may be secrets. */
    @Override
    public String toString() {
        return "Translation[complete=" + complete + "]";
    }

    /** Translates the document of a {@code configuration.yml}. */
    public static Translation of(Object document) {
        Report report = new Report();
        Draft draft = new Draft();
        Section whole = Section.of(document, report);
        ProviderOptions.issuer(whole, draft);
        Section providers = whole.section("identity_providers");
        Section oidc = providers.section("oidc");
        if (!providers.has("oidc")) {
            report.lost("identity_providers.oidc", "is missing: there is nothing to take over");
        }
        ProviderOptions provider = new ProviderOptions(oidc, draft);
        IssuerKeys keys = new IssuerKeys(oidc);
        provider.translate(keys);
        ClaimsOptions claims = new ClaimsOptions(oidc, draft, computed(whole));
        claims.translate();
        new PolicyOptions(whole, oidc, draft).translate();
        RedirectUriRegistration registration = new RedirectUriRegistration(issuer(draft), false);
        Set<String> seen = new HashSet<>();
        List<Section> clients = oidc.sections("clients");
        if (clients.size() > MOST_CLIENTS) {
            report.lost(oidc.path("clients"), "are more than " + MOST_CLIENTS + ": only so many were looked at");
        }
        for (Section each : clients.subList(0, Math.min(clients.size(), MOST_CLIENTS))) {
            ClientOptions client = new ClientOptions(each, draft);
            if (!seen.add(client.prefix())) {
                report.lost(each.path("client_id"), "is the identifier of another client too; only the first counts");
                continue;
            }
            client.translate(registration, provider.enforcePkce(), keys, claims);
        }
        oidc.reportUnread();
        providers.reportUnread();
        ProviderOptions.elsewhere(whole);
        new Acceptance(draft, report).judge();
        return new Translation(
                Map.copyOf(draft.values()),
                PropertiesText.of(draft),
                report.print(),
                report.lines(),
                report.complete());
    }

    /** Attributes that an expression computes, which nothing here could. */
    private static Set<String> computed(Section whole) {
        Section attributes = whole.section("definitions").section("user_attributes");
        attributes.names().stream()
                .sorted()
                .forEach(name -> whole.report()
                        .lost(
                                attributes.path(name),
                                "expressions are not computed here; what uses it is reported there"));
        return attributes.names();
    }

    private static Issuer issuer(Draft draft) {
        try {
            return Issuer.of(draft.values().getOrDefault(ISSUER, "https://issuer.invalid"));
        } catch (IllegalArgumentException refusedLater) {
            return Issuer.of("https://issuer.invalid");
        }
    }
}
