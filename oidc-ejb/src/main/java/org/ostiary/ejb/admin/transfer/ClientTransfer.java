package org.ostiary.ejb.admin.transfer;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.ostiary.ejb.admin.AdminRefusal;
import org.ostiary.ejb.admin.Administrator;
import org.ostiary.ejb.admin.client.AdminClientService;
import org.ostiary.ejb.admin.client.ClientChange;
import org.ostiary.ejb.admin.client.ClientSource;
import org.ostiary.ejb.admin.client.ClientView;
import org.ostiary.ejb.config.ConfiguredSecret;
import org.ostiary.ejb.password.MalformedDigestException;
import org.ostiary.ejb.password.PasswordDigest;

/** Brings clients in, by the same rules as any that is registered. Secrets of a client that is there already stay as they are. */
@ApplicationScoped
public class ClientTransfer {

    private static final int MOST_SECRETS = 2;
    private static final int LONGEST_DIGEST = 512;
    private static final String KEYED = "hmac:";
    private static final String NO_SECRET =
            "The document has no secret that counts here: make one with POST /clients/{client}/secrets";

    @Inject
    AdminClientService clients;

    /** Empty where nothing is different. */
    public Optional<ImportLine> take(Administrator administrator, ClientEntry entry, boolean madeHere, boolean dryRun) {
        String id = entry.clientId();
        try {
            Optional<ClientView> known = clients.find(id);
            return known.isPresent()
                    ? compared(administrator, entry, known.get(), dryRun)
                    : Optional.of(added(administrator, entry, madeHere, dryRun));
        } catch (AdminRefusal refusal) {
            return Optional.of(ImportLine.refused(ImportKind.CLIENT, id, words(refusal)));
        }
    }

    private ImportLine added(Administrator administrator, ClientEntry entry, boolean madeHere, boolean dryRun) {
        String id = entry.clientId();
        clients.requireRegistrable(id, entry.options());
        boolean needs = clients.needsDigest(id, entry.options());
        List<ConfiguredSecret> secrets = needs ? usable(entry, madeHere) : List.of();
        if (!dryRun) {
            clients.register(administrator, id, entry.options(), secrets);
        }
        boolean without = clients.needsSecret(id, entry.options()) && secrets.isEmpty();
        return ImportLine.added(ImportKind.CLIENT, id, without ? NO_SECRET : null);
    }

    private static List<ConfiguredSecret> usable(ClientEntry entry, boolean madeHere) {
        return entry.secrets().stream()
                .filter(secret -> secret.digest().startsWith(KEYED)
                        ? madeHere && secret.digest().length() <= LONGEST_DIGEST
                        : digest(secret.digest()))
                .limit(MOST_SECRETS)
                .map(secret -> new ConfiguredSecret(secret.digest(), secret.notAfter()))
                .toList();
    }

    /** Never a secret in clear: an import brings in what another server had, which has none. */
    private static boolean digest(String text) {
        try {
            PasswordDigest.parse(text);
            return text.length() <= LONGEST_DIGEST;
        } catch (MalformedDigestException other) {
            return false;
        }
    }

    private Optional<ImportLine> compared(
            Administrator administrator, ClientEntry entry, ClientView known, boolean dryRun) {
        if (known.source() != ClientSource.ADMINISTRATION) {
            return Optional.of(ImportLine.refused(
                    ImportKind.CLIENT, entry.clientId(), "comes from the configuration here, and is as that says"));
        }
        List<ImportChange> changes = changes(known.options(), entry.options());
        if (changes.isEmpty()) {
            return Optional.empty();
        }
        clients.requireRegistrable(entry.clientId(), entry.options());
        if (!dryRun) {
            clients.change(
                    administrator, entry.clientId(), new ClientChange(entry.options()), '"' + known.entityTag() + '"');
        }
        return Optional.of(ImportLine.changed(ImportKind.CLIENT, entry.clientId(), changes));
    }

    private static List<ImportChange> changes(Map<String, String> before, Map<String, String> after) {
        List<ImportChange> changes = new ArrayList<>();
        TreeSet<String> names = new TreeSet<>(before.keySet());
        names.addAll(after.keySet());
        for (String name : names) {
            @Nullable String old = before.get(name);
            @Nullable String young = after.get(name);
            if (old == null || !old.equals(young)) {
                changes.add(new ImportChange(name, old, young));
            }
        }
        return changes;
    }

    private static String words(AdminRefusal refusal) {
        return refusal.mistakes().isEmpty() ? refusal.detail() : String.join("; ", refusal.mistakes());
    }
}
