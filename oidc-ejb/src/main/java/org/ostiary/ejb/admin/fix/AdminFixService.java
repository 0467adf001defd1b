package org.ostiary.ejb.admin.fix;

import static jakarta.ejb.TransactionAttributeType.NOT_SUPPORTED;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.ostiary.ejb.admin.AdminRefusal;
import org.ostiary.ejb.admin.Administrator;
import org.ostiary.ejb.admin.client.AdminClientService;
import org.ostiary.ejb.admin.client.ClientChange;
import org.ostiary.ejb.admin.client.ClientJudgement;
import org.ostiary.ejb.admin.client.ClientSource;
import org.ostiary.ejb.admin.client.ClientView;
import org.ostiary.ejb.admin.lint.LintView;
import org.ostiary.ejb.client.ClientDirectory;
import org.ostiary.ejb.config.BuiltInClients;
import org.ostiary.ejb.protocol.Facts;
import org.ostiary.ejb.protocol.client.RegisteredClient;
import org.ostiary.ejb.protocol.lint.LintReport;
import org.ostiary.ejb.refusal.Refusal;
import org.ostiary.ejb.refusal.RefusalService;

/**
 * Lets a client do what it was refused, by one more value of one of its options: what it sent, character by character, and nothing
 * else. The rules of registration judge the changed client as any other. It has no transaction itself; whatever it calls has one.
 */
@Stateless
@TransactionAttribute(NOT_SUPPORTED)
public class AdminFixService {

    @Inject
    RefusalService refusals;

    @Inject
    AdminClientService clients;

    @Inject
    ClientDirectory directory;

    @Inject
    ClientJudgement judgement;

    /** What would let a request like that pass; empty where no option of its client is in the way. */
    public Optional<FixView> find(String requestId) {
        Refusal refusal = refusals.find(requestId).orElseThrow(AdminFixService::unknown);
        String clientId = refusal.clientId();
        Facts facts = refusal.facts();
        FixableRule rule = FixableRule.of(refusal.rule().id()).orElse(null);
        if (clientId == null || facts == null || rule == null || BuiltInClients.has(clientId)) {
            return Optional.empty();
        }
        return directory
                .find(clientId)
                .flatMap(known -> clients.find(clientId).map(client -> fix(client, known, rule, facts)));
    }

    /**
     * The same, where there must be something to show.
     *
     * @throws AdminRefusal where there is not
     */
    public FixView show(String requestId) {
        return find(requestId).orElseThrow(() -> AdminRefusal.unknown("fix: the client's options are not in the way"));
    }

    /**
     * Registers what was sent.
     *
     * @param ifMatch the header that says which state of the client it changes
     */
    public ClientView apply(Administrator administrator, String requestId, @Nullable String ifMatch) {
        FixView fix = show(requestId);
        String after = fix.after();
        if (fix.kind() != FixKind.CHANGE || after == null) {
            throw AdminRefusal.conflict(
                    "fix-possible", "Nothing can be changed here so that the request passes: look at its fix");
        }
        Map<String, String> options = with(clients.show(fix.clientId()).options(), fix.option(), after);
        return clients.change(administrator, fix.clientId(), new ClientChange(options), ifMatch);
    }

    private FixView fix(ClientView client, RegisteredClient known, FixableRule rule, Facts facts) {
        Set<String> values = rule.valuesOf(known);
        String added = facts.got();
        if (values.contains(added)) {
            return impossible(FixKind.DONE, client, rule, facts, values, List.of());
        }
        if (!facts.gotIsWhole()) {
            return impossible(FixKind.NOT_KEPT, client, rule, facts, values, List.of());
        }
        boolean configured = client.source() == ClientSource.CONFIGURATION;
        Set<String> more = new LinkedHashSet<>(values);
        more.add(added);
        String after = list(more);
        try {
            RegisteredClient changed = judgement
                    .read(client.clientId(), with(judged(client), rule.option(), after))
                    .client();
            List<String> warning = warning(rule, added, values);
            if (!configured && !warning.isEmpty()) {
                return impossible(FixKind.STRANGER, client, rule, facts, values, warning);
            }
            return possible(
                    configured ? FixKind.CONFIGURE : FixKind.CHANGE,
                    client,
                    rule,
                    facts,
                    values,
                    after,
                    LintView.of(LintReport.of(changed)));
        } catch (AdminRefusal wrong) {
            List<String> reasons = reasons(wrong, configured ? key(client, rule) : "");
            return reasons.isEmpty()
                    ? possible(FixKind.CONFIGURE, client, rule, facts, values, after, null)
                    : impossible(FixKind.NOT_LET, client, rule, facts, values, reasons);
        }
    }

    /** What the client is judged by; the secrets of the configuration are not known here. */
    private static Map<String, String> judged(ClientView client) {
        Map<String, String> options = new LinkedHashMap<>(client.options());
        options.keySet().removeIf(option -> option.startsWith("client-secret"));
        return options;
    }

    /** Of a configured client only what is wrong with the option itself: the others were judged at the start. */
    private static List<String> reasons(AdminRefusal wrong, String key) {
        return wrong.mistakes().stream()
                .filter(mistake -> mistake.startsWith(key))
                .toList();
    }

    private static String key(ClientView client, FixableRule rule) {
        return "oidc.client." + client.clientId() + "." + rule.option() + " ";
    }

    private static FixView possible(
            FixKind kind,
            ClientView client,
            FixableRule rule,
            Facts facts,
            Set<String> values,
            String after,
            @Nullable LintView lint) {
        return view(kind, client, rule, facts, values, after, lint, warning(rule, facts.got(), values));
    }

    private static List<String> warning(FixableRule rule, String added, Set<String> values) {
        return rule.isAddress() ? ForeignHost.warning(added, values) : List.of();
    }

    private static FixView impossible(
            FixKind kind, ClientView client, FixableRule rule, Facts facts, Set<String> values, List<String> reasons) {
        return view(kind, client, rule, facts, values, null, null, reasons);
    }

    private static FixView view(
            FixKind kind,
            ClientView client,
            FixableRule rule,
            Facts facts,
            Set<String> values,
            @Nullable String after,
            @Nullable LintView lint,
            List<String> reasons) {
        return new FixView(
                kind,
                client.clientId(),
                rule.option(),
                facts.got(),
                list(values),
                after,
                client.entityTag(),
                lint,
                reasons);
    }

    /** A list as the configuration writes it. */
    private static String list(Collection<String> values) {
        return values.stream().map(value -> value.replace(",", "\\,")).collect(Collectors.joining(","));
    }

    private static Map<String, String> with(Map<String, String> options, String option, String value) {
        Map<String, String> changed = new LinkedHashMap<>(options);
        changed.put(option, value);
        return changed;
    }

    private static AdminRefusal unknown() {
        return AdminRefusal.unknown("refusal; they are kept for seven days, 5,000 at most");
    }
}
