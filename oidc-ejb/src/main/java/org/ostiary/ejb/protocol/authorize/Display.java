package org.ostiary.ejb.protocol.authorize;

import java.util.Arrays;

/** How the pages should look (OIDC Core 1.0, section 3.1.2.1). */
public enum Display {
    PAGE("page"),
    POPUP("popup"),
    TOUCH("touch"),
    WAP("wap");

    private final String value;

    Display(String value) {
        this.value = value;
    }

    /** The name on the wire. */
    public String value() {
        return value;
    }

    /** The display of that name; {@link #PAGE} for a name that nobody knows, which is no error. */
    public static Display of(String value) {
        return Arrays.stream(values())
                .filter(display -> display.value.equals(value))
                .findFirst()
                .orElse(PAGE);
    }
}
