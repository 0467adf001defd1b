package org.ostiary.ejb.accounts;

import java.nio.file.Path;
import java.util.Map;

/** Reads files for tests that declare no attributes. */
final class AccountsFiles {

    private AccountsFiles() {}

    static AccountsFile read(Path file) {
        return AccountsFile.read(file, Map.of());
    }

    static AccountsFile parse(String yaml) {
        return AccountsFile.parse(yaml, Map.of());
    }
}
