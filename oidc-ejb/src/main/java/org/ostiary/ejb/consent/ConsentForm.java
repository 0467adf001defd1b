package org.ostiary.ejb.consent;

import java.util.Set;

/**
 * What a person sent from the consent page.
 *
 * @param allow whether the button was the one that allows
 * @param ticked the items whose boxes were ticked
 * @param remember whether the decision is to be remembered, where that is asked
 */
public record ConsentForm(boolean allow, Set<String> ticked, boolean remember, String formToken) {
    public ConsentForm {
        ticked = Set.copyOf(ticked);
    }

    /** Whether an item is allowed by this form; what is fixed has no box. */
    boolean allows(AskedItem item) {
        return item.fixed() || ticked.contains(item.item());
    }

    /** Without what must not stand in a log. */
    @Override
    public String toString() {
        return "ConsentForm[allow=" + allow + ", ticked=" + ticked + "]";
    }
}
