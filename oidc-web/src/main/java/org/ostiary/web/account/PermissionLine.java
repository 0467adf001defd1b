package org.ostiary.web.account;

import org.ostiary.ejb.applications.Permission;
import org.ostiary.web.page.DisplayText;
import org.ostiary.web.page.ItemWords;
import org.ostiary.web.page.Moments;
import org.ostiary.web.page.Texts;

/**
 * What an application may or may not have, as people read it, with its box.
 *
 * @param id of the box
 * @param field the name of the box
 * @param shown the name of the field that says that the box was there
 * @param words what it means; the name of a scope that nobody described
 * @param claims what it tells, in words; empty where that is nothing more
 * @param decided whether it was allowed or denied, and when
 * @param granted whether the application has it
 * @param changeable whether the person can change that
 */
public record PermissionLine(
        String id,
        String field,
        String shown,
        String words,
        String claims,
        String decided,
        boolean granted,
        boolean changeable) {

    static final String FIELD = "allow-";
    static final String SHOWN = "shown-";

    static PermissionLine of(String id, Permission permission) {
        String item = permission.item();
        return new PermissionLine(
                id,
                FIELD + item,
                SHOWN + item,
                ItemWords.of(item).orElseGet(() -> DisplayText.of(item)),
                permission.claims().size() > 1 ? ItemWords.ofClaims(permission.claims()) : "",
                Texts.text(
                        permission.granted() ? "applications.granted" : "applications.denied",
                        Moments.words(permission.since())),
                permission.granted(),
                permission.changeable());
    }
}
