package org.ostiary.ejb.admin.overview;

import java.io.IOException;
import java.io.InputStream;
import java.util.Properties;

/** Which version of the software runs, as its build wrote it down. */
final class SoftwareVersion {

    private static final String WRITTEN = "/META-INF/maven/org.ostiary/oidc-ejb/pom.properties";

    private SoftwareVersion() {}

    /** For example {@code 1.0.0}; {@code unknown} where the archive was not built by Maven. */
    static String read() {
        try (InputStream written = SoftwareVersion.class.getResourceAsStream(WRITTEN)) {
            Properties build = new Properties();
            if (written != null) {
                build.load(written);
            }
            return build.getProperty("version", "unknown");
        } catch (IOException unreadable) {
            return "unknown";
        }
    }
}
