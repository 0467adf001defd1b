package org.ostiary.ejb.secret;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import java.util.Set;
import org.ostiary.ejb.config.ProviderConfig;
import org.ostiary.ejb.random.SecureTokens;

/** Where the master key comes from: configuration, else a file, else a new file that only its owner may read. */
final class MasterKeyFile {

    private static final int BYTES = 32;

    private MasterKeyFile() {}

    record Found(byte[] key, boolean generated) {}

    static Found keyOf(ProviderConfig config, SecureTokens random) {
        if (config.masterKey() != null) {
            return new Found(decode(config.masterKey(), "oidc.master-key"), false);
        }
        Path file = config.masterKeyFile();
        try {
            if (Files.exists(file)) {
                return read(file);
            }
            return create(file, random);
        } catch (IOException e) {
            throw new UncheckedIOException("The master key file " + file + " cannot be read or written", e);
        }
    }

    private static Found read(Path file) throws IOException {
        return new Found(decode(Files.readString(file, StandardCharsets.US_ASCII).strip(), file.toString()), false);
    }

    private static Found create(Path file, SecureTokens random) throws IOException {
        byte[] key = random.bytes(BYTES);
        Files.createDirectories(file.toAbsolutePath().getParent());
        try (var out = Files.newByteChannel(
                file, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), ownerOnly(file))) {
            out.write(java.nio.ByteBuffer.wrap(Base64.getEncoder().encode(key)));
        } catch (FileAlreadyExistsException anotherNodeWasFaster) {
            return read(file);
        }
        return new Found(key, true);
    }

    private static FileAttribute<?>[] ownerOnly(Path file) throws IOException {
        Path folder = file.toAbsolutePath().getParent();
        boolean posix = Files.getFileStore(folder).supportsFileAttributeView("posix")
                && Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS);
        if (!posix) {
            return new FileAttribute<?>[0];
        }
        return new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
        };
    }

    private static byte[] decode(String text, String source) {
        try {
            byte[] key = Base64.getDecoder().decode(text);
            if (key.length == BYTES) {
                return key;
            }
        } catch (IllegalArgumentException notBase64) {
            // Told below like a wrong length, without the text.
        }
        throw new IllegalStateException("The master key in " + source + " is not the base64 text of 32 bytes");
    }
}
