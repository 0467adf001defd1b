package org.ostiary.ejb.accounts;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.ostiary.ejb.config.AttributeType;
import org.ostiary.ejb.yaml.SafeYaml;
import org.ostiary.ejb.yaml.UnsafeYamlException;

/**
 * What a file of accounts says, in the format of Authelia's {@code users_database.yml}.
 *
 * @param accounts in the order of the file
 * @param warnings one line for each attribute that was ignored
 */
public record AccountsFile(List<FileAccount> accounts, List<String> warnings) {

    public AccountsFile {
        accounts = List.copyOf(accounts);
        warnings = List.copyOf(warnings);
    }

    /**
     * Reads a file.
     *
     * @param types what the operator says the members of {@code extra} are
     * @throws AccountsFileException when it cannot be read or has a mistake; it is imported as a whole or not at all
     */
    public static AccountsFile read(Path file, Map<String, AttributeType> types) {
        return parsed(() -> SafeYaml.read(file), types);
    }

    /**
     * Reads the text of a file.
     *
     * @throws AccountsFileException when it has a mistake
     */
    public static AccountsFile parse(String yaml, Map<String, AttributeType> types) {
        return parsed(() -> SafeYaml.load(yaml), types);
    }

    private static AccountsFile parsed(Supplier<Object> document, Map<String, AttributeType> types) {
        try {
            return new AccountsFileReader(types).read(document.get());
        } catch (UnsafeYamlException unreadable) {
            throw new AccountsFileException(String.valueOf(unreadable.getMessage()));
        }
    }
}
