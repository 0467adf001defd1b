package org.ostiary.ejb.authorize;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ostiary.ejb.protocol.JudgedRules;
import org.ostiary.ejb.protocol.Rule;

/**
 * A rule that a request was judged by.
 *
 * @param kept whether the request kept it, or what it demands of a person is given
 */
public record JudgedRule(String rule, String section, boolean kept) {

    /**
     * All of them, in their order.
     *
     * @param broken the one that was not kept; null where all were
     */
    static List<JudgedRule> of(JudgedRules judged, @Nullable Rule broken) {
        List<JudgedRule> rules = new ArrayList<>();
        for (Rule rule : judged.all()) {
            if (!rule.equals(broken)) {
                rules.add(new JudgedRule(rule.id(), rule.section(), true));
            }
        }
        if (broken != null) {
            rules.add(new JudgedRule(broken.id(), broken.section(), false));
        }
        return rules;
    }
}
