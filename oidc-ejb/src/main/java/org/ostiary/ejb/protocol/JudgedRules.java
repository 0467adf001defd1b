package org.ostiary.ejb.protocol;

import java.util.ArrayList;
import java.util.List;

/** The rules that one request was judged by, in their order; it kept all but perhaps the last. */
public final class JudgedRules {

    private final List<Rule> rules = new ArrayList<>();

    /** The request is judged by this rule next. */
    public void by(Rule rule) {
        rules.add(rule);
    }

    /** All so far. */
    public List<Rule> all() {
        return List.copyOf(rules);
    }
}
