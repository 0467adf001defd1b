package org.ostiary.ejb.config;

import static org.ostiary.ejb.config.ServerKey.ADMINISTRATION_ADMINISTRATORS;
import static org.ostiary.ejb.config.ServerKey.ADMINISTRATION_AUDITORS;
import static org.ostiary.ejb.config.ServerKey.ADMINISTRATION_PAGES;
import static org.ostiary.ejb.config.ServerKey.ADMINISTRATION_RECOVERY;

import java.util.Set;
import org.ostiary.ejb.protocol.client.AdministrationRole;
import org.ostiary.ejb.protocol.token.GrantType;

/** Reads who administers the provider. */
final class AdministrationReader {
    private final Settings settings;
    private final Findings findings;

    AdministrationReader(Settings settings, Findings findings) {
        this.settings = settings;
        this.findings = findings;
    }

    AdministrationRules read() {
        Set<String> administrators = settings.list(ADMINISTRATION_ADMINISTRATORS.key());
        Set<String> auditors = settings.list(ADMINISTRATION_AUDITORS.key());
        if (administrators.isEmpty()) {
            findings.mistake(
                    ADMINISTRATION_ADMINISTRATORS.key(),
                    settings.find(ADMINISTRATION_ADMINISTRATORS.key()).orElse(""),
                    "must name at least one group");
            return AdministrationRules.STANDARD;
        }
        auditors.stream()
                .filter(administrators::contains)
                .forEach(group -> findings.warning(
                        ADMINISTRATION_AUDITORS.key(),
                        "the group " + group + " administers the provider, so its members may do more than read"));
        return new AdministrationRules(
                administrators,
                auditors,
                settings.flag(ADMINISTRATION_PAGES.key()),
                settings.instant(ADMINISTRATION_RECOVERY.key()).orElse(null));
    }

    /** Of a client that acts for itself: only one that keeps a secret can show that it is the one that was meant. */
    AdministrationRole ofClient(String clientId, boolean isPublic, Set<String> grantTypes) {
        Key key = ClientOption.ADMINISTRATION_ROLE.key(clientId);
        AdministrationRole role = settings.choice(key, AdministrationRole.values(), AdministrationRole::value);
        if (role != AdministrationRole.NONE
                && (isPublic || !grantTypes.contains(GrantType.CLIENT_CREDENTIALS.value()))) {
            findings.mistake(
                    key,
                    role.value(),
                    "must be none, or left out, for a client that is public or has no client_credentials among its"
                            + " grant-types: people have their roles by their groups");
        }
        return role;
    }
}
