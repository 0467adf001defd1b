package org.ostiary.ejb.authelia;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Who may use clients: policies with rules, and the networks that rules name. A rule that is not understood is never passed over:
 * its policy lets nobody in then, because the next rule might let in whom it kept out.
 */
final class PolicyOptions {

    private static final String CLIENT_SUBJECT = "oauth2:client:";

    private final Section document;
    private final Section oidc;
    private final Draft draft;
    private final Report report;

    PolicyOptions(Section document, Section oidc, Draft draft) {
        this.document = document;
        this.oidc = oidc;
        this.draft = draft;
        this.report = oidc.report();
    }

    void translate() {
        networks();
        oidc.named("authorization_policies").forEach(this::policy);
    }

    private void networks() {
        Section definitions = document.section("definitions");
        Section byName = definitions.section("network");
        byName.names().stream().sorted().forEach(name -> network(name, byName.texts(name), byName.path(name)));
        document.section("access_control")
                .sections("networks")
                .forEach(each -> each.text("name")
                        .ifPresent(name -> network(name, each.texts("networks"), each.path("networks"))));
    }

    private void network(String name, List<String> ranges, String option) {
        String key = "oidc.network." + Words.own(name);
        draft.put(key, ranges);
        report.kept(option, key);
    }

    private void policy(String name, Section policy) {
        String prefix = "oidc.policy." + Words.own(name) + ".";
        draft.put(prefix + "default-policy", policy.text("default_policy").orElse("two_factor"));
        report.kept(policy.path("default_policy"), prefix + "default-policy");
        List<Section> rules = policy.sections("rules");
        int number = 0;
        for (Section rule : rules) {
            Optional<Boolean> written = rule(prefix + "rules[" + number + "].", rule);
            if (written.isEmpty()) {
                deny(prefix, policy);
                break;
            }
            number += written.get() ? 1 : 0;
        }
        policy.reportUnread();
    }

    private void deny(String prefix, Section policy) {
        draft.below(prefix)
                .forEach(key -> draft.takeOut(key, "belongs to a policy of which a rule was not understood"));
        draft.put(prefix + "default-policy", "deny");
        draft.remark(prefix + "default-policy", "Nobody is let in until the rules are written anew; see the report.");
        report.lost(policy.path("rules"), "nobody is let in by this policy until its rules are written anew");
    }

    /** Whether a rule was written; empty for one that is not understood. */
    private Optional<Boolean> rule(String prefix, Section rule) {
        List<List<String>> subjects = new ArrayList<>();
        List<Object> asked = rule.list("subject");
        for (Object each : asked) {
            List<String> all = each instanceof List<?> several
                    ? several.stream().map(String::valueOf).map(String::strip).toList()
                    : List.of(String.valueOf(each).strip());
            if (all.stream().anyMatch(subject -> subject.startsWith(CLIENT_SUBJECT))) {
                report.notNeeded(rule.path("subject"), "policies judge people here, and a client for itself is none");
            } else if (all.isEmpty() || !all.stream().allMatch(subject -> subject.matches("(user|group):.*\\S.*"))) {
                report.lost(rule.path("subject"), "has a subject that is neither user: nor group:");
                return Optional.empty();
            } else {
                subjects.add(all);
            }
        }
        List<String> networks = rule.texts("networks").stream()
                .map(network -> network.matches("[0-9a-fA-F.:/]+") ? network : Words.own(network))
                .toList();
        String level = rule.text("policy").orElse("two_factor");
        rule.reportUnread();
        if (!asked.isEmpty() && subjects.isEmpty()) {
            return Optional.of(false);
        }
        if (subjects.isEmpty() && networks.isEmpty()) {
            report.lost(rule.path("subject"), "is missing, and so is networks");
            return Optional.empty();
        }
        draft.put(prefix + "policy", level);
        write(prefix, subjects, networks);
        report.kept(rule.path("policy"), prefix + "policy");
        return Optional.of(true);
    }

    private void write(String prefix, List<List<String>> subjects, List<String> networks) {
        if (!subjects.isEmpty()) {
            draft.put(
                    prefix + "subject",
                    subjects.stream().map(PolicyOptions::together).collect(Collectors.joining(", ")));
        }
        if (!networks.isEmpty()) {
            draft.put(prefix + "networks", networks);
        }
    }

    /** What must be true together stands in brackets. */
    private static String together(List<String> subjects) {
        List<String> escaped = subjects.stream()
                .map(subject -> subject.replaceAll("[\\\\,\\[\\]]", "\\\\$0"))
                .toList();
        return escaped.size() == 1 ? escaped.get(0) : "[" + String.join(", ", escaped) + "]";
    }
}
