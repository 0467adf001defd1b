package org.ostiary.ejb.config;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads where the directory is; nothing that would send passwords in clear. */
final class LdapAddresses {

    private final Settings settings;
    private final Findings findings;

    LdapAddresses(Settings settings, Findings findings) {
        this.settings = settings;
        this.findings = findings;
    }

    List<URI> read(boolean startTls) {
        Key key = ServerKey.LDAP_ADDRESS.key();
        return settings.list(key).stream()
                .flatMap(text -> address(key, text, startTls).stream())
                .toList();
    }

    private Optional<URI> address(Key key, String text, boolean startTls) {
        Optional<URI> uri = parsed(text);
        if (uri.isEmpty()) {
            findings.mistake(
                    key,
                    text,
                    "must be like ldaps://ldap.example.org or ldap://ldap.example.org:389, with"
                            + " nothing behind host and port");
            return uri;
        }
        boolean secure = uri.get().getScheme().equals("ldaps");
        if (secure && startTls) {
            findings.mistake(key, text, "must begin with ldap:// because oidc.ldap.start-tls is true");
        }
        if (!secure && !startTls && !loopback(uri.get())) {
            findings.mistake(
                    key,
                    text,
                    "would send passwords in clear: use ldaps:// or set oidc.ldap.start-tls to true;"
                            + " plain ldap:// is for this very machine only, like ldap://127.0.0.1");
        }
        return uri;
    }

    private static Optional<URI> parsed(String text) {
        try {
            URI uri = URI.create(text);
            boolean right = Set.of("ldap", "ldaps").contains(String.valueOf(uri.getScheme()))
                    && uri.getHost() != null
                    && uri.getUserInfo() == null
                    && uri.getPath().isEmpty()
                    && uri.getQuery() == null
                    && uri.getFragment() == null;
            return right ? Optional.of(uri) : Optional.empty();
        } catch (IllegalArgumentException noUri) {
            return Optional.empty();
        }
    }

    /** By number only: what a name means may change. */
    private static boolean loopback(URI uri) {
        String host = uri.getHost().replaceAll("[\\[\\]]", "");
        boolean number = host.matches("[0-9.]+") || host.indexOf(':') >= 0;
        try {
            return host.equals("localhost")
                    || (number && InetAddress.getByName(host).isLoopbackAddress());
        } catch (UnknownHostException noAddress) {
            return false;
        }
    }
}
