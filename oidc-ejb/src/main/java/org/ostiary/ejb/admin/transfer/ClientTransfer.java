package org.ostiary.ejb.admin.transfer;

import static org.ostiary.ejb.protocol.client.ClientAuthenticationMethod.CLIENT_SECRET_JWT;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.ostiary.ejb.admin.AdminRefusal;
import org.ostiary.ejb.admin.Administrator;
import org.ostiary.ejb.admin.client.AdminClientService;
import org.ostiary.ejb.admin.client.ClientChange;
import org.ostiary.ejb.admin.client.ClientJudgement;
import org.ostiary.ejb.admin.client.ClientSource;
import org.ostiary.ejb.admin.client.ClientView;
import org.ostiary.ejb.admin.client.OptionChanges;
import org.ostiary.ejb.config.ConfiguredClient;
import org.ostiary.ejb.config.ConfiguredSecret;
import org.ostiary.ejb.config.Definition;
import org.ostiary.ejb.password.MalformedDigestException;
import org.ostiary.ejb.password.PasswordDigest;
import org.ostiary.ejb.protocol.client.ClientAuthenticationMethod;
import org.ostiary.ejb.protocol.client.RegisteredClient;

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

    @Inject
    ClientJudgement judgement;

    /**
     * Brings one in, or tells the difference.
     *
     * @param supposed what it may refer to beside what there is
     * @return empty where nothing is different
     */
    public Optional<ImportLine> take(
            Administrator administrator,
            ClientEntry entry,
            boolean madeHere,
            boolean dryRun,
            List<Definition> supposed) {
        String id = entry.clientId();
        try {
            Optional<ClientView> known = clients.find(id);
            return known.isPresent()
                    ? compared(administrator, entry, known.get(), dryRun, supposed)
                    : Optional.of(added(administrator, entry, madeHere, dryRun, supposed));
        } catch (AdminRefusal refusal) {
            return Optional.of(ImportLine.refused(ImportKind.CLIENT, id, words(refusal)));
        }
    }

    private ImportLine added(
            Administrator administrator,
            ClientEntry entry,
            boolean madeHere,
            boolean dryRun,
            List<Definition> supposed) {
        String id = entry.clientId();
        long judgedUnder = judgement.definitions();
        RegisteredClient client = judgement.read(id, entry.options(), supposed).client();
        clients.requireNew(id);
        Set<ClientAuthenticationMethod> methods = client.authenticationMethods();
        boolean needsSecret = methods.stream().anyMatch(ClientAuthenticationMethod::usesSecret);
        // A digest is not enough for one that signs with its secret.
        List<ConfiguredSecret> secrets =
                needsSecret && !methods.contains(CLIENT_SECRET_JWT) ? usable(entry, madeHere) : List.of();
        if (!dryRun) {
            clients.register(administrator, new ConfiguredClient(client, secrets), entry.options(), judgedUnder);
        }
        boolean without = needsSecret && secrets.isEmpty();
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
            Administrator administrator,
            ClientEntry entry,
            ClientView known,
            boolean dryRun,
            List<Definition> supposed) {
        if (known.source() != ClientSource.ADMINISTRATION) {
            return Optional.of(ImportLine.refused(
                    ImportKind.CLIENT, entry.clientId(), "comes from the configuration here, and is as that says"));
        }
        List<ImportChange> changes = changes(known.options(), entry.options());
        if (changes.isEmpty()) {
            return Optional.empty();
        }
        if (dryRun) {
            judgement.read(entry.clientId(), entry.options(), supposed);
        } else {
            clients.change(
                    administrator, entry.clientId(), new ClientChange(entry.options()), '"' + known.entityTag() + '"');
        }
        return Optional.of(ImportLine.changed(ImportKind.CLIENT, entry.clientId(), changes));
    }

    private static List<ImportChange> changes(Map<String, String> before, Map<String, String> after) {
        return OptionChanges.names(before, after).stream()
                .map(name -> new ImportChange(name, before.get(name), after.get(name)))
                .toList();
    }

    private static String words(AdminRefusal refusal) {
        return refusal.mistakes().isEmpty() ? refusal.detail() : String.join("; ", refusal.mistakes());
    }
}
