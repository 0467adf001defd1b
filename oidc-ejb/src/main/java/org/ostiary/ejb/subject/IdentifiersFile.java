package org.ostiary.ejb.subject;

import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ostiary.ejb.protocol.client.ClientSubject;
import org.ostiary.ejb.yaml.SafeYaml;

/**
 * What {@code authelia storage user identifiers export} writes: who is called what in which sector. It is taken as a whole or, when
 * it has a mistake, not at all.
 *
 * @param identifiers in the order of the file
 * @param ignored how many were of another service than OpenID Connect
 */
public record IdentifiersFile(List<ImportedIdentifier> identifiers, int ignored) {

    private static final int MOST_MISTAKES = 100;
    private static final int LONGEST_SECTOR = 255;
    private static final String SERVICE = "openid";

    public IdentifiersFile {
        identifiers = List.copyOf(identifiers);
    }

    /**
     * Reads a file.
     *
     * @throws IdentifiersFileException with every mistake
     * @throws org.ostiary.ejb.yaml.UnsafeYamlException when it cannot be read
     */
    public static IdentifiersFile read(Path file) {
        return of(SafeYaml.read(file));
    }

    /** The same for the text of a file. */
    public static IdentifiersFile parse(String yaml) {
        return of(SafeYaml.load(yaml));
    }

    private static IdentifiersFile of(Object document) {
        if (!(document instanceof Map<?, ?> root) || !(root.get("identifiers") instanceof List<?> list)) {
            throw new IdentifiersFileException(List.of("the file has no list \"identifiers\" at its top"));
        }
        List<String> mistakes = new ArrayList<>();
        List<ImportedIdentifier> identifiers = new ArrayList<>();
        int ignored = 0;
        for (int at = 0; at < list.size() && mistakes.size() < MOST_MISTAKES; at++) {
            Map<?, ?> members = list.get(at) instanceof Map<?, ?> map ? map : Map.of();
            if (SERVICE.equals(members.get("service"))) {
                read(members, "identifiers[" + at + "]", mistakes).ifPresent(identifiers::add);
            } else {
                ignored++;
            }
        }
        if (!mistakes.isEmpty()) {
            throw new IdentifiersFileException(mistakes);
        }
        return new IdentifiersFile(identifiers, ignored);
    }

    private static Optional<ImportedIdentifier> read(Map<?, ?> members, String place, List<String> mistakes) {
        Optional<String> sector = sector(text(members, "sector_id"));
        if (sector.isEmpty()) {
            mistakes.add(place + ": sector_id must be empty, a host or an address with a host");
            return Optional.empty();
        }
        try {
            return Optional.of(
                    ImportedIdentifier.of(text(members, "username"), sector.get(), text(members, "identifier")));
        } catch (IllegalArgumentException wrong) {
            mistakes.add(place + ": " + wrong.getMessage());
            return Optional.empty();
        }
    }

    /** Authelia has the whole address, or a host in older releases; a sector is the host (OIDC Core 1.0, section 8.1). */
    private static Optional<String> sector(String id) {
        if (id.isEmpty()) {
            return Optional.of(ClientSubject.PUBLIC_SECTOR);
        }
        try {
            String host = id.contains("://") ? URI.create(id).getHost() : id;
            return Optional.ofNullable(host)
                    .filter(text -> text.matches("[A-Za-z0-9.:\\[\\]-]{1," + LONGEST_SECTOR + "}"))
                    .filter(text -> !text.equals(ClientSubject.PUBLIC_SECTOR));
        } catch (IllegalArgumentException noAddress) {
            return Optional.empty();
        }
    }

    private static String text(Map<?, ?> members, String name) {
        return members.get(name) instanceof String text ? text.strip() : "";
    }
}
