package org.ostiary.ejb.accounts;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.ostiary.ejb.config.AttributeType;

/**
 * What a file of accounts says, in the format of Authelia's {@code users_database.yml}.
 *
 * @param accounts in the order of the file
 * @param warnings one line for each attribute that was ignored
 */
public record AccountsFile(List<FileAccount> accounts, List<String> warnings) {

    /** Bytes; room for some ten thousand accounts. */
    static final int MAXIMUM_SIZE = 8 * 1024 * 1024;

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
        try (InputStream in = Files.newInputStream(file)) {
            byte[] bytes = in.readNBytes(MAXIMUM_SIZE + 1);
            if (bytes.length > MAXIMUM_SIZE) {
                throw new AccountsFileException("the file is larger than " + MAXIMUM_SIZE + " bytes");
            }
            return parse(text(bytes), types);
        } catch (IOException unreadable) {
            throw new AccountsFileException("the file " + file + " cannot be read: "
                    + unreadable.getClass().getSimpleName());
        }
    }

    /**
     * Reads the text of a file.
     *
     * @throws AccountsFileException when it has a mistake
     */
    public static AccountsFile parse(String yaml, Map<String, AttributeType> types) {
        return new AccountsFileReader(types).read(AccountsFileYaml.load(yaml));
    }

    private static String text(byte[] bytes) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            return text.startsWith("\uFEFF") ? text.substring(1) : text;
        } catch (CharacterCodingException otherEncoding) {
            throw new AccountsFileException("the file is not UTF-8 text");
        }
    }
}
