package org.ostiary.ejb.config;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.ostiary.ejb.protocol.AddressRange;
import org.ostiary.ejb.protocol.client.AuthorizationPolicy;
import org.ostiary.ejb.protocol.client.ClientPolicy;
import org.ostiary.ejb.protocol.client.PolicyRule;

/** Reads the policies below {@code oidc.policy.} and the networks below {@code oidc.network.} that their rules may name. */
final class PolicyReader {
    static final String PREFIX = "oidc.policy.";

    /** What a client is judged by is stored with it, and has an end. */
    private static final int MOST_RANGES = 1_000;

    private static final Pattern POLICY = Pattern.compile(
            "oidc\\.policy\\.([^.]+)\\.(?:default-policy|contacts|rules\\[(\\d{1,3})\\]\\.(policy|subject|networks))");
    private static final Pattern NETWORK = Pattern.compile("oidc\\.network\\.([^.]+)");

    private final Set<String> names;
    private final Settings settings;
    private final Findings findings;

    PolicyReader(Set<String> names, Settings settings, Findings findings) {
        this.names = names;
        this.settings = settings;
        this.findings = findings;
    }

    static boolean isKnown(String name) {
        return POLICY.matcher(name).matches() || NETWORK.matcher(name).matches();
    }

    /** The policies by their names. */
    Map<String, ClientPolicy> read() {
        Map<String, Set<Integer>> rules = new TreeMap<>();
        for (String name : names) {
            Matcher policy = POLICY.matcher(name);
            if (policy.matches()) {
                Set<Integer> numbers = rules.computeIfAbsent(policy.group(1), each -> new TreeSet<>());
                Optional.ofNullable(policy.group(2)).map(Integer::valueOf).ifPresent(numbers::add);
            }
        }
        Map<String, Set<String>> networks = networks();
        Map<String, ClientPolicy> policies = new TreeMap<>();
        rules.forEach((name, numbers) -> policies.put(name, policy(name, numbers, networks)));
        return policies;
    }

    private Map<String, Set<String>> networks() {
        Map<String, Set<String>> networks = new TreeMap<>();
        for (String name : names) {
            Matcher network = NETWORK.matcher(name);
            if (network.matches()) {
                Key key = new Key(name, null, false);
                Set<String> ranges = settings.list(key);
                ranges.forEach(range ->
                        AddressRange.refusal(range).ifPresent(refusal -> findings.mistake(key, range, refusal)));
                networks.put(network.group(1), ranges);
            }
        }
        return networks;
    }

    private ClientPolicy policy(String name, Set<Integer> numbers, Map<String, Set<String>> networks) {
        Key standard = new Key(PREFIX + name + ".default-policy", AuthorizationPolicy.TWO_FACTOR.value(), false);
        if (AuthorizationPolicy.of(name).isPresent()) {
            findings.mistake(standard, name, "must not be the name of a policy: it has its meaning already");
        }
        List<PolicyRule> rules = new ArrayList<>();
        for (int number : numbers) {
            if (number != rules.size()) {
                findings.missing(
                        key(name, rules.size(), "policy", null),
                        "rules are numbered from 0 without a gap, so that none is lost by a slip");
                break;
            }
            rules.add(rule(name, number, networks));
        }
        int ranges = rules.stream().mapToInt(rule -> rule.networks().size()).sum();
        if (ranges > MOST_RANGES) {
            findings.mistake(
                    standard,
                    ranges + " addresses and blocks",
                    "must belong to a policy with " + MOST_RANGES
                            + " in all its rules at most; those of a named network count in each rule");
        }
        Key contacts = new Key(PREFIX + name + ".contacts", null, false);
        return new ClientPolicy(name, level(standard), rules, ContactsReader.read(contacts, settings, findings));
    }

    private AuthorizationPolicy level(Key key) {
        return settings.choice(key, AuthorizationPolicy.values(), AuthorizationPolicy::value);
    }

    private PolicyRule rule(String name, int number, Map<String, Set<String>> known) {
        Key policy = key(name, number, "policy", AuthorizationPolicy.TWO_FACTOR.value());
        List<Set<String>> subjects = subjects(key(name, number, "subject", null));
        List<String> networks = ranges(key(name, number, "networks", null), known);
        if (subjects.isEmpty() && networks.isEmpty()) {
            findings.missing(
                    key(name, number, "subject", null),
                    "a rule says whom it concerns, or from which networks; for everybody there is default-policy");
        }
        return new PolicyRule(level(policy), subjects, networks);
    }

    private List<Set<String>> subjects(Key key) {
        return settings.find(key)
                .map(text -> SubjectText.parse(text).orElseGet(() -> {
                    findings.mistake(
                            key,
                            text,
                            "must be a list of user:<name> and group:<name>; what must be true together stands in"
                                    + " brackets, as [group:staff, group:night]");
                    return List.of(Set.of());
                }))
                .orElse(List.of());
    }

    /** Names of networks give way to what they stand for. */
    private List<String> ranges(Key key, Map<String, Set<String>> known) {
        Set<String> ranges = new LinkedHashSet<>();
        for (String each : settings.list(key)) {
            if (known.containsKey(each)) {
                ranges.addAll(known.get(each));
            } else {
                AddressRange.refusal(each)
                        .ifPresent(refusal -> findings.mistake(
                                key, each, refusal + ", or must be one of the networks below oidc.network."));
                ranges.add(each);
            }
        }
        return List.copyOf(ranges);
    }

    private static Key key(String policy, int number, String option, @Nullable String standard) {
        return new Key(PREFIX + policy + ".rules[" + number + "]." + option, standard, false);
    }
}
