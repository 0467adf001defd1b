package org.ostiary.web.http;

import java.util.Set;

/** How long a body may be: as all of them, or longer where an administrator brings much in at once. */
public final class BodyLimits {

    /** Bytes, for an import. */
    public static final int IMPORT = 8 * 1024 * 1024;

    private static final String ADMINISTRATION = "/api/admin/v1";
    private static final Set<String> IMPORTS = Set.of("/subject-imports", "/authelia-imports", "/import");
    private static final Set<String> FORMS = Set.of("/admin/import/preview", "/admin/import/order");

    private BodyLimits() {}

    /** For a request of this path, below the issuer. */
    public static int of(String path) {
        if (FORMS.contains(path)) {
            return IMPORT;
        }
        return path.startsWith(ADMINISTRATION)
                ? ofOperation(path.substring(ADMINISTRATION.length()))
                : FormBody.LONGEST;
    }

    /** For an operation of the administration, by its path there. */
    public static int ofOperation(String path) {
        return IMPORTS.contains(path) ? IMPORT : FormBody.LONGEST;
    }
}
