package org.ostiary.web.console;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.ostiary.ejb.admin.people.AccountView;

/** Other groups of an account; {@code seen} names those that it had then; {@code lost} says how many grants lose their right, once that was asked. */
public record GroupsModel(
        AccountView account,
        Set<String> wanted,
        String seen,
        @Nullable Integer lost) {

    /** A line each, as the form has them. */
    public String lines() {
        return String.join("\n", wanted);
    }
}
