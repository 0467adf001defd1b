package org.ostiary.ejb.admin.definition;

import static jakarta.ejb.TransactionAttributeType.NOT_SUPPORTED;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.ostiary.ejb.admin.AdminRefusal;
import org.ostiary.ejb.admin.Administrator;
import org.ostiary.ejb.admin.IfMatch;
import org.ostiary.ejb.admin.client.ClientSource;
import org.ostiary.ejb.admin.client.OptionChanges;
import org.ostiary.ejb.audit.AuditService;
import org.ostiary.ejb.client.ClientService;
import org.ostiary.ejb.config.Definition;
import org.ostiary.ejb.config.DefinitionKind;
import org.ostiary.ejb.config.DefinitionReader;
import org.ostiary.ejb.definition.DefinitionShelf;
import org.ostiary.ejb.policy.PolicyService;
import org.ostiary.ejb.protocol.Rule;
import org.ostiary.ejb.secret.TokenHashes;
import org.ostiary.persistence.client.Client;
import org.ostiary.persistence.definition.StoredDefinition;
import org.ostiary.persistence.definition.StoredDefinitions;

/**
 * Access policies, scopes and claims policies. Those of the configuration are only read; others are defined, changed and deleted
 * here, by the rules of the configuration. It has no transaction itself: what is written must be there before anybody judges what
 * was granted under it.
 */
@Stateless
@TransactionAttribute(NOT_SUPPORTED)
public class AdminDefinitionService {

    @Inject
    StoredDefinitions stored;

    @Inject
    DefinitionReader reader;

    @Inject
    DefinitionShelf shelf;

    @Inject
    DefinitionUses uses;

    @Inject
    DefinitionStoreService store;

    @Inject
    ClientService memory;

    @Inject
    PolicyService policies;

    @Inject
    TokenHashes hashes;

    @Inject
    AuditService audit;

    /** All of them. */
    public DefinitionList list() {
        return new DefinitionList(
                Stream.of(DefinitionKind.values()).flatMap(this::ofKind).toList());
    }

    private Stream<DefinitionView> ofKind(DefinitionKind kind) {
        List<Definition> configured = reader.configured(kind);
        Set<String> names = configured.stream().map(Definition::name).collect(Collectors.toSet());
        return Stream.concat(
                configured.stream().map(this::view),
                stored.all().stream()
                        .filter(each -> each.kind().equals(kind.value()) && !names.contains(each.name()))
                        .map(this::view));
    }

    /** One of them. */
    public DefinitionView show(DefinitionKind kind, String name) {
        return find(kind, name).orElseThrow(() -> AdminRefusal.unknown(word(kind)));
    }

    /** One of them, where there is one. */
    public Optional<DefinitionView> find(DefinitionKind kind, String name) {
        return reader.configured(kind).stream()
                .filter(each -> each.name().equals(name))
                .findFirst()
                .map(this::view)
                .or(() -> stored.find(kind.value(), name).map(this::view));
    }

    /** One that can be changed here. */
    public DefinitionView showDefinedHere(DefinitionKind kind, String name) {
        return view(requireDefinedHere(kind, name));
    }

    /** Refuses what could not be defined so. */
    public void judge(DefinitionKind kind, String name, Map<String, String> options) {
        Definition definition = new Definition(kind, name, options);
        List<String> mistakes = reader.mistakes(definition);
        if (!mistakes.isEmpty()) {
            throw new AdminRefusal(
                    AdminRefusal.Kind.MALFORMED,
                    new Rule("definition-options", "RFC 9110, section 15.5.1"),
                    "The " + word(kind) + " cannot be defined with these options",
                    mistakes);
        }
        if (reader.configures(definition)) {
            throw configured(kind);
        }
    }

    /** Defines a new one. */
    public DefinitionResult create(Administrator administrator, DefinitionOrder order) {
        DefinitionKind kind = order.kind();
        judge(kind, order.name(), order.options());
        Definition definition = new Definition(kind, order.name(), order.options());
        if (!store.add(
                definition,
                administrator.did(null, null, told(definition, OptionChanges.all(definition.options()))),
                administrator.facts())) {
            throw AdminRefusal.conflict("definition-name-new", "There is a " + word(kind) + " of that name already");
        }
        return after(administrator, definition);
    }

    /**
     * Gives one other options, all of them, or only counts the grants that would lose their right.
     *
     * @param ifMatch the header that says which state it changes
     */
    public DefinitionResult change(
            Administrator administrator,
            DefinitionKind kind,
            String name,
            DefinitionChange change,
            @Nullable String ifMatch) {
        StoredDefinition known = requireDefinedHere(kind, name);
        IfMatch wanted = IfMatch.of(ifMatch);
        wanted.require(tag(known));
        judge(kind, name, change.options());
        Definition definition = new Definition(kind, name, change.options());
        if (change.dryRun()) {
            int grants = preview(definition);
            audit.note(
                    administrator.did(null, null, told(definition, "only counted, grants: " + grants)),
                    administrator.facts());
            return new DefinitionResult(view(known), true, grants);
        }
        if (!store.change(
                definition,
                state -> wanted.admits(tag(state)),
                state -> administrator.did(
                        null,
                        null,
                        told(
                                definition,
                                OptionChanges.between(
                                        DefinitionShelf.read(state).options(), change.options()))),
                administrator.facts())) {
            throw IfMatch.stale();
        }
        return after(administrator, definition);
    }

    /**
     * Deletes one that no client refers to.
     *
     * @param ifMatch the header that says which state it deletes
     */
    public DefinitionDeleted delete(
            Administrator administrator, DefinitionKind kind, String name, @Nullable String ifMatch) {
        StoredDefinition known = requireDefinedHere(kind, name);
        IfMatch wanted = IfMatch.of(ifMatch);
        wanted.require(tag(known));
        Definition definition = DefinitionShelf.read(known);
        if (!store.remove(
                definition,
                state -> wanted.admits(tag(state)),
                administrator.did(null, null, told(definition, "was: " + OptionChanges.all(definition.options()))),
                administrator.facts())) {
            throw IfMatch.stale();
        }
        memory.refresh();
        return new DefinitionDeleted(kind, name, true);
    }

    /** Lets everybody see it, and ends what lost its right by it. */
    private DefinitionResult after(Administrator administrator, Definition definition) {
        memory.refresh();
        DefinitionKind kind = definition.kind();
        int grants = kind == DefinitionKind.POLICY
                ? policies.enforce(
                        uses.registeredHere(kind, definition.name()).stream()
                                .map(Client::clientId)
                                .collect(Collectors.toSet()),
                        administrator.facts())
                : 0;
        return new DefinitionResult(show(kind, definition.name()), false, grants);
    }

    private int preview(Definition definition) {
        DefinitionKind kind = definition.kind();
        List<Definition> others = shelf.countingWith(List.of(definition));
        return uses.registeredHere(kind, definition.name()).stream()
                .filter(Client::enabled)
                .map(client -> uses.under(others, client).client())
                .mapToInt(client -> kind == DefinitionKind.POLICY ? policies.preview(client) : 0)
                .sum();
    }

    private StoredDefinition requireDefinedHere(DefinitionKind kind, String name) {
        if (reader.configures(new Definition(kind, name, Map.of()))) {
            throw configured(kind);
        }
        return stored.find(kind.value(), name).orElseThrow(() -> AdminRefusal.unknown(word(kind)));
    }

    private static AdminRefusal configured(DefinitionKind kind) {
        return AdminRefusal.conflict(
                "definition-made-here",
                "The " + word(kind) + " comes from the configuration: change it there, GET /configuration says in which"
                        + " source");
    }

    private static String word(DefinitionKind kind) {
        return kind.value().replace('_', ' ');
    }

    private static String told(Definition definition, String what) {
        return word(definition.kind()) + " " + definition.name() + ": " + what;
    }

    private DefinitionView view(Definition configured) {
        return new DefinitionView(
                configured.kind(),
                configured.name(),
                ClientSource.CONFIGURATION,
                configured.options(),
                clients(configured),
                List.of(),
                null,
                null,
                hashes.hash("configured " + configured.kind() + configured.name() + configured.options()));
    }

    private DefinitionView view(StoredDefinition known) {
        Definition definition = DefinitionShelf.read(known);
        return new DefinitionView(
                definition.kind(),
                known.name(),
                ClientSource.ADMINISTRATION,
                new TreeMap<>(definition.options()),
                clients(definition),
                reader.mistakes(definition),
                known.createdAt(),
                known.updatedAt(),
                tag(known));
    }

    private List<String> clients(Definition definition) {
        return uses.of(definition.kind(), definition.name()).stream()
                .map(Client::clientId)
                .toList();
    }

    private String tag(StoredDefinition known) {
        return hashes.hash(
                known.kind() + ' ' + known.name() + ' ' + known.updatedAt().toEpochMilli() + known.options());
    }
}
